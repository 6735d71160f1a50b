import type { Locator, Page } from '@playwright/test'

/** Settings: what a person can set, and where things are. */
export class SettingsScreen {
  readonly appearance: Locator
  readonly openWhenReady: Locator
  readonly withoutPause: Locator

  constructor(page: Page) {
    this.appearance = page.getByRole('radiogroup', { name: 'Appearance' })
    this.openWhenReady = page.getByRole('switch', { name: 'Open Facecraft in the browser when it is ready' })
    this.withoutPause = page.getByRole('switch', { name: 'Switch versions without a pause' })
  }

  /** Chooses how the window looks. */
  async look(name: 'Like the system' | 'Light' | 'Dark'): Promise<void> {
    await this.appearance.getByRole('radio', { name }).click()
  }
}
