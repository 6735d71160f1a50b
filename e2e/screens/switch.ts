import type { Locator, Page } from '@playwright/test'

/** The preview of a switch, before anything is changed. */
export class SwitchDialog {
  readonly box: Locator
  readonly title: Locator
  readonly plan: Locator
  readonly cancel: Locator

  constructor(page: Page) {
    this.box = page.getByRole('dialog')
    this.title = this.box.getByRole('heading', { level: 2 })
    this.plan = this.box.getByRole('img')
    this.cancel = this.box.getByRole('button', { name: 'Cancel' })
  }

  /** Agrees, by the words of the button. */
  async agree(name: string): Promise<void> {
    await this.box.getByRole('button', { name, exact: true }).click()
  }
}
