import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pinnedNode, root } from '../lib/paths.mjs'

const SILENCE = 20_000

/**
 * Lets the electron package download its binary, which it checks by hash; ends it after 20 s without a byte.
 * @returns {Promise<string | undefined>} why it failed, or undefined
 */
export async function downloadElectron() {
  // Its own temporary folder, because the growth of the file there is the only sign of progress that it gives.
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-electron-'))
  try {
    return await watch(startDownload(folder), () => bytesIn(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function startDownload(folder) {
  return spawn(pinnedNode(), [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
}

function watch(child, measure) {
  return new Promise((resolve) => {
    let output = ''
    let seen = 0
    let lastGrowth = performance.now()
    const timer = setInterval(() => {
      const bytes = measure()
      if (bytes !== seen) lastGrowth = performance.now()
      seen = bytes
      if (performance.now() - lastGrowth > SILENCE) {
        output = 'Error: not a byte came for 20 s'
        child.kill('SIGKILL')
      }
    }, 500)
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      clearInterval(timer)
      resolve(code === 0 ? undefined : causeIn(output))
    })
  })
}

/** The most telling line of Node's report of a failed download: the innermost cause, else its first line. */
export function causeIn(output) {
  const lines = output.split('\n').map((line) => line.trim())
  const cause = lines.filter((line) => /(^|\[cause\]: )\w*Error: /.test(line)).at(-1) ?? lines.find((line) => line !== '')
  return cause?.replace(/^.*?\w*Error: /, '').replace(/ \{$/, '') ?? 'no reason was given'
}

function bytesIn(folder) {
  let bytes = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    bytes += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}
