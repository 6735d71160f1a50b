import type { Locator, Page } from '@playwright/test'

/** The preview of a switch as a person sees it. */
export class SwitchPage {
  readonly dialog: Locator
  readonly agree: Locator
  readonly cancel: Locator
  readonly commands: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog')
    this.agree = this.dialog.getByRole('button', { name: /^(Build, then switch|Switch now)$/ })
    this.cancel = this.dialog.getByRole('button', { name: /^(Cancel|Close)$/ })
    this.commands = this.dialog.getByLabel('Commands')
  }

  /** What the preview says beside "Stays", "Needs" or "If it fails". */
  fact(name: 'Stays' | 'Needs' | 'If it fails'): Locator {
    return this.dialog.locator('dl > div', { hasText: name }).locator('dd')
  }

  async showCommands(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Show the commands' }).click()
  }
}
