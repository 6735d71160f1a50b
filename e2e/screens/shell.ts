import type { Locator, Page } from '@playwright/test'

/** The frame around every screen: destinations, state, search, activity. */
export class ShellPart {
  readonly title: Locator
  readonly state: Locator
  readonly task: Locator
  readonly search: Locator
  readonly activity: Locator

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 })
    this.state = page.getByRole('status', { name: 'State' })
    this.task = page.getByRole('status', { name: 'Task' })
    this.search = page.getByRole('button', { name: /^Search actions/ })
    this.activity = page.getByRole('button', { name: 'Activity' })
  }

  /** Goes to a destination by its name in the sidebar. */
  async go(name: 'Home' | 'Build' | 'Checks' | 'Health' | 'Settings'): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
  }
}
