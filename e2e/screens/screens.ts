import type { Page } from '@playwright/test'
import { BuildScreen } from './build'
import { CardDialog } from './card'
import { ChecksScreen } from './checks'
import { FirstRunScreen } from './first-run'
import { HealthScreen } from './health'
import { HomeScreen } from './home'
import { SettingsScreen } from './settings'
import { ShellPart } from './shell'
import { SwitchDialog } from './switch'

/** Everything of one window that stories look at and press. */
export class Screens {
  readonly shell: ShellPart
  readonly home: HomeScreen
  readonly build: BuildScreen
  readonly checks: ChecksScreen
  readonly health: HealthScreen
  readonly switch: SwitchDialog
  readonly card: CardDialog
  readonly firstRun: FirstRunScreen
  readonly settings: SettingsScreen

  constructor(readonly page: Page) {
    this.shell = new ShellPart(page)
    this.home = new HomeScreen(page)
    this.build = new BuildScreen(page)
    this.checks = new ChecksScreen(page)
    this.health = new HealthScreen(page)
    this.switch = new SwitchDialog(page)
    this.card = new CardDialog(page)
    this.firstRun = new FirstRunScreen(page)
    this.settings = new SettingsScreen(page)
  }
}
