import type { Locator, Page } from '@playwright/test'

/** Home: how Facecraft is, the two versions, and a photo to try. */
export class HomeScreen {
  readonly title: Locator
  readonly hero: Locator
  readonly problem: Locator
  readonly tryIt: Locator
  readonly portrait: Locator

  constructor(private readonly page: Page) {
    this.hero = page.getByRole('region', { name: 'State of Facecraft' })
    this.title = this.hero.getByRole('heading', { level: 2 })
    this.problem = page.getByRole('alert')
    this.tryIt = page.getByRole('region', { name: 'Try it' })
    this.portrait = this.tryIt.getByRole('img', { name: 'The portrait' })
  }

  /** A version that can be chosen, or the card of one beside the app that runs. */
  version(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true }).or(this.page.getByRole('group', { name, exact: true }))
  }

  /** Chooses a version while nothing runs. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).click()
  }

  /** Presses a button of the first lines, by its words. */
  async press(name: string): Promise<void> {
    await this.hero.getByRole('button', { name, exact: true }).click()
  }

  /** Gives a photo to try, as choosing a file does. */
  async tryPhoto(path: string): Promise<void> {
    await this.page.getByLabel('Photo to try').setInputFiles(path)
  }

  /** Changes what the portrait is made for. */
  async pick(group: 'Format' | 'Background', name: string): Promise<void> {
    await this.tryIt.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).click()
  }
}
