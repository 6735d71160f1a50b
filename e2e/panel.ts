import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchPanel } from './launch'
import { clearPlace, makePlace, type Place, type ProjectKind } from './place'
import { Screens } from './screens/screens'

export { expect } from '@playwright/test'

/** A running panel with the window that it shows. */
export class PanelWindow extends Screens {
  constructor(
    readonly app: ElectronApplication,
    page: Page,
  ) {
    super(page)
  }

  /** Closes the window as its cross does; the panel itself may go on. */
  async closeWindow(): Promise<void> {
    const closed = this.page.waitForEvent('close')
    await this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await closed
  }

  /** Ends the whole panel at once, as a crash does. */
  async kill(): Promise<void> {
    const closed = this.app.waitForEvent('close')
    this.app.process().kill('SIGKILL')
    await closed
  }
}

interface Fixtures {
  readonly place: Place
  /** Opens the panel in the story's place; may be called again after it ended. */
  readonly open: (env?: Readonly<Record<string, string>>) => Promise<PanelWindow>
}

/** A story in the real window: its own place on the real engine, and nothing of it left behind. */
export const test = base.extend<Fixtures & { readonly projectKind: ProjectKind }>({
  projectKind: ['stand-in', { option: true }],
  place: async ({ projectKind }, use, info) => {
    const place = await makePlace(projectKind)
    await use(place)
    if (hasFailed(info)) keepLogs(place, info)
    await clearPlace(place)
  },
  open: async ({ place }, use, info) => {
    const opened: ElectronApplication[] = []
    const said: string[] = []
    await use(async (env = {}) => {
      const app = await launchPanel({ ...place.env, ...env })
      opened.push(app)
      for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', (text: Buffer) => said.push(text.toString()))
      return new PanelWindow(app, await app.firstWindow())
    })
    for (const app of opened) await app.close()
    if (hasFailed(info)) writeFileSync(info.outputPath('panel.log'), said.join(''))
  },
})

function hasFailed(info: TestInfo): boolean {
  return info.status !== info.expectedStatus
}

// What the panel itself wrote down: journals, the records of builds, settings.
function keepLogs({ home }: Place, info: TestInfo): void {
  for (const part of ['journals', 'builds', 'settings.json']) {
    const path = join(home, part)
    if (existsSync(path)) cpSync(path, info.outputPath('home', part), { recursive: true })
  }
}
