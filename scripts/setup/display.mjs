import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { atEnd } from '../lib/endings.mjs'
import { say, SetupFailure } from '../lib/say.mjs'
import { installPackages } from './apt.mjs'

const SCREEN = '1600x1000x24'

/** Whether a window can be shown where this command was started. */
export function hasDisplay(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Installs the libraries that the window needs and that a Debian without a desktop lacks. */
export function installWindowLibraries() {
  return installPackages('Window', [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libgbm1'], ['libasound2t64', 'libasound2'], ['fonts-dejavu-core']])
}

/**
 * Starts a virtual display on a free number; it ends with this command.
 * @returns {Promise<Record<string, string>>} what programs need in their environment to show themselves there
 */
export async function startVirtualDisplay() {
  await installPackages('Display', [['xvfb']])
  // `-displayfd` lets the server itself pick a number that nobody else has and tell it when it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = once(server, 'exit')
  const number = await Promise.race([
    firstLine(server.stdio[3]),
    ended.then(
      () => undefined,
      () => undefined,
    ),
  ])
  if (number === undefined) {
    throw new SetupFailure({
      what: 'The virtual display did not start.',
      why: 'Xvfb is not installed, or ended at once',
      todo: 'install Xvfb, or run it by hand to see its message.',
    })
  }
  atEnd(async () => {
    server.kill()
    await ended
  })
  say(`Display: a virtual one, :${number}`)
  return { DISPLAY: `:${number}` }
}

async function firstLine(stream) {
  let text = ''
  for await (const chunk of stream) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.trim() || undefined
}
