import { app } from 'electron'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Hub } from '../hub'
import { autostartFile, autostartPath } from '../settings/autostart'
import { AT_LOGIN } from './at-login'

/** Keeps what the system does at login as the setting says. */
export function followLoginSetting(hub: Hub): void {
  let now: boolean | null = null
  const follow = (): void => {
    const { startAtLogin } = hub.state().settings
    if (startAtLogin === now) return
    // Nothing is touched before a person has asked for it once.
    if (now !== null || startAtLogin) setLogin(startAtLogin ? 'on' : 'off')
    now = startAtLogin
  }
  follow()
  hub.listen(({ change }) => {
    if (change.type === 'settings') follow()
  })
}

function setLogin(wanted: 'on' | 'off'): void {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: wanted === 'on', args: [AT_LOGIN] })
  const path = autostartPath(process.env)
  if (wanted === 'off') return rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, autostartFile(app.isPackaged ? [process.execPath, AT_LOGIN] : [process.execPath, app.getAppPath(), AT_LOGIN]))
}
