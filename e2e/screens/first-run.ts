import type { Locator, Page } from '@playwright/test'

/** The way to Docker: the whole window on the first run, a part of Home later. */
export class FirstRunScreen {
  readonly title: Locator
  readonly checkAgain: Locator
  readonly startDocker: Locator
  readonly looked: Locator

  constructor(page: Page) {
    const docker = page.getByRole('region', { name: 'Docker', exact: true })
    this.title = docker.getByRole('heading').first()
    this.checkAgain = docker.getByRole('button', { name: 'Check again' })
    this.startDocker = docker.getByRole('button', { name: 'Start Docker' })
    this.looked = docker.getByRole('list', { name: /^Where we looked/ }).getByRole('listitem')
  }
}
