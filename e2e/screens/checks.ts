import type { Locator, Page } from '@playwright/test'

/** Checks: claims in rows, versions in columns, evidence on demand. */
export class ChecksScreen {
  readonly title: Locator
  readonly runOne: Locator
  readonly evidence: Locator

  constructor(private readonly page: Page) {
    this.title = page.getByRole('main').getByRole('heading', { level: 2 }).first()
    this.runOne = page.getByRole('button', { name: 'Run this one' })
    this.evidence = page.getByLabel(/^Evidence, /)
  }

  /** The row of a claim. */
  row(claim: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: claim, exact: true }) })
  }

  /** Opens or closes the evidence of a claim. */
  async turn(claim: string): Promise<void> {
    await this.page.getByRole('button', { name: claim, exact: true }).click()
  }
}
