import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder where the panel keeps settings, builds, journals and samples, made when absent; FACECRAFT_PANEL_HOME moves it. */
export function panelFolder(...parts: readonly string[]): string {
  const folder = join(process.env['FACECRAFT_PANEL_HOME'] ?? usualFolder(), ...parts)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

function usualFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'facecraft-panel')
    case 'win32':
      return join(process.env['APPDATA'] ?? homedir(), 'facecraft-panel')
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'facecraft-panel')
  }
}
