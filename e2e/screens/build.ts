import type { Locator, Page } from '@playwright/test'

interface LogHost extends HTMLElement {
  readonly facecraftLog: () => string
}

/** The Build screen as a person sees it. */
export class BuildPage {
  readonly title: Locator
  readonly progress: Locator
  readonly stop: Locator
  readonly again: Locator
  readonly problem: Locator
  readonly log: Locator
  readonly find: Locator
  readonly earlier: Locator

  constructor(private readonly page: Page) {
    const content = page.locator('#content')
    this.title = content.getByRole('heading', { level: 2 }).first()
    this.progress = content.getByRole('progressbar').first()
    this.stop = content.getByRole('button', { name: 'Stop building' })
    this.again = content.getByRole('button', { name: 'Build again' })
    this.problem = content.getByRole('alert')
    this.log = content.getByRole('region', { name: 'Build log' })
    this.find = content.getByRole('textbox', { name: 'Find in log' })
    this.earlier = content.getByRole('table')
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Build/ }).first().click()
  }

  phase(title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${title},`) })
  }

  step(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Build step ${name}`) })
  }

  async showEverything(): Promise<void> {
    await this.log.getByRole('radio', { name: 'Everything' }).click()
  }

  /** The state of following: "Following", "214 new lines", "Paused" or "Ended 14:39". */
  following(words: string | RegExp): Locator {
    return this.log.getByText(words)
  }

  /** What the terminal shows, with its colours as escape sequences. */
  async drawn(): Promise<string> {
    return this.log.locator('.xterm').evaluate((xterm) => (xterm.parentElement as LogHost).facecraftLog())
  }
}
