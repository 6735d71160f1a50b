import type { Locator, Page } from '@playwright/test'
import { drawnLog } from './drawn-log'

/** Build: the steps, the log, and how it ended. */
export class BuildScreen {
  readonly title: Locator
  readonly steps: Locator
  readonly log: Locator
  readonly problem: Locator
  readonly history: Locator

  constructor(private readonly page: Page) {
    this.title = page.getByRole('main').getByRole('heading', { level: 2 }).first()
    this.steps = page.getByRole('list', { name: 'Build steps' })
    this.log = page.getByRole('region', { name: 'Build log' })
    this.problem = page.getByRole('alert')
    this.history = page.getByRole('region', { name: 'Builds so far' })
  }

  /** A button of the screen's top, by its words. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true })
  }

  /** The card or row of a step that is in a state. */
  step(name: RegExp, state: 'running' | 'done' | 'reused' | 'failed' | 'stopped'): Locator {
    return this.steps.getByRole('button', { name: new RegExp(`^Build step .*(?:${name.source}).*, ${state}`) })
  }

  /** The row of a build in the history, by its result. */
  row(result: string | RegExp): Locator {
    return this.history.getByRole('rowgroup').filter({ hasText: result })
  }

  /** Scrolls the log up by so many pixels. */
  async scrollUp(pixels: number): Promise<void> {
    await this.log.hover()
    await this.page.mouse.wheel(0, -pixels)
  }

  /** Shows the log of the chosen step, or all of it. */
  async show(what: 'This step' | 'Everything'): Promise<void> {
    await this.log.getByRole('radio', { name: what }).click()
  }

  /** The text that the terminal has drawn. */
  drawn(): Promise<string> {
    return drawnLog(this.log)
  }
}
