import { _electron } from '@playwright/test'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { electronPath, ownEnvironment, root } from './launch'
import { PanelWindow } from './panel'
import type { Place } from './place'

const NOBODY = 65_534

interface Opened {
  readonly panel: PanelWindow
  /** The engine's door that they may not use. */
  readonly socket: string
}

/** Opens the panel with Chromium's own sandbox, as somebody who may not use the engine's socket. */
export async function openAsOrdinaryPerson(place: Place): Promise<Opened> {
  const socket = join(place.folder, 'forbidden.sock')
  const server = createServer().listen(socket)
  server.unref()
  await new Promise((resolve) => server.once('listening', resolve))
  chmodSync(socket, 0)
  const env = { ...ownEnvironment(), ...place.env, DOCKER_HOST: `unix://${socket}` }
  const app =
    process.getuid?.() === 0
      ? await launchAsNobody(place, env)
      : await _electron.launch({ executablePath: electronPath(), args: [root], cwd: root, env, chromiumSandbox: true })
  return { panel: new PanelWindow(app, await app.firstWindow()), socket }
}

// Root gives up its rights first. Root's own folders are closed to others, so what is needed is shown at another place.
async function launchAsNobody(place: Place, env: Record<string, string>) {
  const home = join(place.folder, 'nobody')
  const [electron, app] = [join(place.folder, 'electron'), join(place.folder, 'app')]
  for (const folder of [home, electron, app]) mkdirSync(folder)
  giveAway(place.folder)
  const screenKey = env['XAUTHORITY'] && existsSync(env['XAUTHORITY']) ? join(home, 'screen-key') : undefined
  if (screenKey) {
    copyFileSync(env['XAUTHORITY'] ?? '', screenKey)
    chownSync(screenKey, NOBODY, NOBODY)
  }
  const start = join(place.folder, 'start.sh')
  writeFileSync(
    start,
    `#!/bin/sh
[ "$APART" ] || APART=1 exec unshare --mount "$0" "$@"
mount --bind "${dirname(electronPath())}" "${electron}" && mount --bind "${root}" "${app}" || exit 1
exec setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups "${electron}/electron" "$@"
`,
    { mode: 0o755 },
  )
  return _electron.launch({
    executablePath: start,
    args: [app],
    chromiumSandbox: true,
    cwd: place.folder,
    env: { ...env, HOME: home, XDG_RUNTIME_DIR: home, ...(screenKey ? { XAUTHORITY: screenKey } : {}) },
    timeout: 60_000,
  })
}

function giveAway(folder: string): void {
  chownSync(folder, NOBODY, NOBODY)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveAway(path)
    else if (entry.isFile()) chownSync(path, NOBODY, NOBODY)
  }
}
