import { expect, test } from 'vitest'
import { autostartFile, autostartPath } from './autostart'

test('the entry for login quotes spaces, signs of the shell and field codes', () => {
  expect(autostartFile(['/opt/my apps/panel', '/home/a$b/50%', '--at-login'])).toContain('Exec="/opt/my apps/panel" "/home/a\\\\$b/50%%" "--at-login"\n')
})

test('it lies where the desktop looks for it', () => {
  expect(autostartPath({ XDG_CONFIG_HOME: '/c' })).toBe('/c/autostart/facecraft-panel.desktop')
})
