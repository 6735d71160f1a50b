import type { Locator, Page } from '@playwright/test'
import { drawnLog } from './drawn-log'

/** Health as a person sees it. */
export class HealthScreen {
  readonly title: Locator
  readonly stairs: Locator
  readonly device: Locator
  readonly hour: Locator
  readonly incidents: Locator
  readonly messages: Locator

  constructor(private readonly page: Page) {
    const content = page.locator('#content')
    this.title = content.getByRole('heading', { level: 2 })
    this.stairs = content.getByRole('list', { name: 'Steps of the start' })
    this.device = content.locator('section', { has: page.locator('#device') })
    this.hour = content.getByRole('slider', { name: /^Minutes of the last hour/ })
    this.incidents = content.getByRole('list', { name: 'What went wrong in the last hour' })
    this.messages = page.getByRole('dialog', { name: 'App messages' })
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Health/ })
      .first()
      .click()
  }

  meter(title: string): Locator {
    return this.page.locator('#content').getByRole('region', { name: title, exact: true })
  }

  async showMessages(): Promise<void> {
    await this.page.getByRole('button', { name: 'App messages' }).click()
  }

  /** The app's messages as the terminal shows them, without colours. */
  async drawnMessages(): Promise<string> {
    // eslint-disable-next-line no-control-regex
    return (await drawnLog(this.messages.getByRole('region', { name: 'App messages' }))).replace(/\x1b\[[\d;]*[A-Za-z]/g, '')
  }
}
