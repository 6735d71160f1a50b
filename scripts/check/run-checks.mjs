import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say, timeSince } from '../lib/say.mjs'

// Prefixes the PATH as npm does, so that tools which start each other find the locked ones.
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` }

/**
 * Runs checks side by side, prints each one's time, and its output where it fails.
 * @param {{ name: string, command: string[] }[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(checks, log) {
  const results = await Promise.all(checks.map((check) => runCheck(check, log)))
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}

async function runCheck({ name, command }, log) {
  const start = performance.now()
  const result = await run(command, { env, log })
  const passed = result.code === 0
  say(`${passed ? 'ok    ' : 'FAILED'} ${name} (${timeSince(start)})`)
  if (!passed) say(result.output.trimEnd())
  return passed
}
