import type { Locator, Page } from '@playwright/test'

/** The steps that make a card usable. */
export class CardDialog {
  readonly box: Locator
  readonly title: Locator
  readonly news: Locator

  constructor(page: Page) {
    this.box = page.getByRole('dialog')
    this.title = this.box.getByRole('heading', { level: 2 })
    this.news = this.box.getByRole('status')
  }

  /** Presses a button of the dialog, by its words. */
  async press(name: string): Promise<void> {
    await this.box.getByRole('button', { name, exact: true }).click()
  }
}
