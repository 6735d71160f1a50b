import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localCommand, run as runCommand } from '../scripts/lib/run.mjs'

const ROUNDS = Number(process.env.FACECRAFT_FAULT_ROUNDS ?? 20)
// Twenty rounds took 28 min on two busy cores.
const DEADLINE = 120 * 60_000

/** What this measures, by name. */
export const figures = ['switch.faults']

// The stories of the contract tests, by the words in their titles.
const WAYS = {
  'package broken': /program is missing/,
  'never ready': /that is never ready/,
  'ends after ready': /ends as soon as it was ready/,
  'address stolen': /took the address/,
  'Docker killed': /is killed at ".*" and comes back/,
  'panel killed': /at ".*" of a switch leaves one version/,
  'disk full': /full disk/,
  'ignores the stop': /does not end when it is asked to/,
}

/** Breaks a switch in eight ways, twenty times each, and counts how often it ended clean. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'facecraft-bench-'))
  const report = join(folder, 'report.json')
  try {
    const env = { ...process.env, FACECRAFT_FAULT_ROUNDS: String(ROUNDS) }
    const command = [...localCommand('vitest'), 'run', '--project', 'contract', 'src/main/operations/faults', '--reporter=json', `--outputFile=${report}`]
    await runCommand(command, { env, timeout: DEADLINE })
    const tests = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults)
    const counts = Object.entries(WAYS).map(([way, title]) => ({ way, clean: cleanRounds(tests.filter((test) => title.test(test.fullName))) }))
    const value = counts.reduce((sum, { clean }) => sum + clean, 0)
    const baseline = counts.length * ROUNDS
    const note = `clean of ${ROUNDS}: ${counts.map(({ way, clean }) => `${way} ${clean}`).join(', ')}`
    console.log(JSON.stringify({ name: 'switch.faults', value, unit: 'clean endings', baseline, ratio: value / baseline, runs: ROUNDS, note }))
    for (const { fullName, failureMessages } of tests.filter((test) => test.status === 'failed'))
      console.error(fullName, failureMessages.join('\n').slice(0, 2000))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// A round of a way is clean when every story of it is, in that round.
function cleanRounds(tests) {
  const rounds = Array.from({ length: ROUNDS }, (_, index) => tests.filter((test) => new RegExp(`round ${index + 1}\\b`).test(test.fullName)))
  return rounds.filter((round) => round.length > 0 && round.every((test) => test.status === 'passed')).length
}
