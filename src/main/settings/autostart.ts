import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a Linux desktop looks for what to start at login. */
export function autostartPath(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart', 'facecraft-panel.desktop')
}

/** The entry that starts a command at login; its words may hold spaces and anything else. */
export function autostartFile(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Facecraft Panel',
    'Comment=Looks after Facecraft',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n')
}

// The format quotes a word by itself, then the value as a whole once more; "%" begins a field code.
function quoted(word: string): string {
  return `"${word
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`
}
