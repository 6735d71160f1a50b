import { _electron, type ElectronApplication } from '@playwright/test'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** The Electron that was set up: the one of ELECTRON_OVERRIDE_DIST_PATH, else the installed one. */
export function electronPath(): string {
  return createRequire(import.meta.url)('electron') as string
}

/** Opens the built panel with additions to the environment. */
export function launchPanel(env: Readonly<Record<string, string>>): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronPath(),
    args: [...rootFlags(), root],
    chromiumSandbox: true,
    cwd: root,
    env: { ...ownEnvironment(), ...env },
    timeout: 60_000,
  })
}

/** As root Chromium cannot set up its sandbox. */
export function rootFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** This process's environment without what is not set. */
export function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
