import type { Locator, Page } from '@playwright/test'

/** The Checks screen as a person sees it. */
export class ChecksPage {
  readonly title: Locator
  readonly runAll: Locator
  readonly stop: Locator

  constructor(private readonly page: Page) {
    const content = page.locator('#content')
    this.title = content.getByRole('heading', { level: 2 })
    this.runAll = content.getByRole('button', { name: /^Run (all checks|again)$/ })
    this.stop = content.getByRole('button', { name: 'Stop checking' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Checks/ }).first().click()
  }

  claim(words: string): Locator {
    return this.page.getByRole('button', { name: words, exact: true })
  }

  /** The cell of a claim under a version's title. */
  async found(claim: string, version: string): Promise<Locator> {
    const titles = await this.page.getByRole('columnheader').allTextContents()
    const row = this.page.getByRole('row').filter({ has: this.claim(claim) })
    return row.getByRole('cell').nth(titles.indexOf(version))
  }

  evidence(version: string): Locator {
    return this.page.getByLabel(`Evidence, ${version}`)
  }

  async runThisOne(claim: string): Promise<void> {
    const row = this.claim(claim)
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click()
    await this.page.getByRole('button', { name: 'Run this one' }).click()
  }
}
