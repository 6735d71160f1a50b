import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from '../lib/npm.mjs'
import { root } from '../lib/paths.mjs'
import { lastLines, run } from '../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../lib/say.mjs'

/** Installs the locked dependencies unless exactly these are installed. */
export async function setUpDependencies() {
  // npm writes this record as the last act of an installation.
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (sameDependencies(readPackages(join(root, 'package-lock.json')), installed)) return
  say('Dependencies: installing the locked ones with npm ci ...')
  const start = performance.now()
  const result = await run([...npmCommand(), 'ci', '--no-progress'])
  if (result.code !== 0) {
    throw new SetupFailure({
      what: 'The dependencies could not be installed.',
      why: lastLines(result.output),
      todo: 'check that this computer reaches the npm registry, then run the command again.',
    })
  }
  say(`Dependencies: installed (${timeSince(start)})`)
}

/** Whether the installed packages are those of the lock file; optional ones may be absent, other platforms need them. */
export function sameDependencies(locked, installed) {
  const names = Object.keys(locked).filter((name) => name !== '')
  const complete = names.every((name) => locked[name].optional || installed[name])
  const exact = Object.keys(installed).every((name) => locked[name]?.integrity === installed[name].integrity)
  return names.length > 0 && complete && exact
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}
