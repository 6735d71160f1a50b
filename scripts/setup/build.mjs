import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { lastLines, localCommand, run } from '../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../lib/say.mjs'

const BUILT = ['main/index.js', 'main/headless.js', 'preload/index.cjs', 'renderer/index.html']
const SOURCES = ['src', 'electron.vite.config.ts', 'package-lock.json']

/** Builds the app into out/ unless that is newer than every source. */
export async function setUpBuild() {
  // Of the built only the entries count: a folder's own time stays when what is in it is replaced.
  const built = BUILT.map((name) => timesBelow(join(root, 'out', name)))
  const sources = SOURCES.flatMap((name) => timesBelow(join(root, name)))
  if (built.every((times) => times.length > 0) && isUpToDate(built.flat(), sources)) return
  const start = performance.now()
  const result = await run([...localCommand('electron-vite'), 'build', '--logLevel', 'warn'])
  if (result.code !== 0) {
    throw new SetupFailure({
      what: 'The app could not be built.',
      why: lastLines(result.output, 15),
      todo: 'mend the source that is named above, then run the command again.',
    })
  }
  say(`Build: done (${timeSince(start)})`)
}

/** Whether every built file is newer than every source. */
export function isUpToDate(built, sources) {
  return built.length > 0 && Math.min(...built) > Math.max(...sources)
}

/** The modification times of a file, or of a folder and all below it, so that a removed file counts too. */
function timesBelow(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return []
  const below = stats.isDirectory() ? readdirSync(path).flatMap((name) => timesBelow(join(path, name))) : []
  return [stats.mtimeMs, ...below]
}
