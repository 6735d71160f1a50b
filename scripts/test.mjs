import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isInterrupted, runMain } from './lib/endings.mjs'
import { root } from './lib/paths.mjs'
import { say, SetupFailure, timeSince } from './lib/say.mjs'
import { setUpDependencies } from './setup/dependencies.mjs'
import { setUpNeeds } from './test/needs.mjs'
import { runners } from './test/runners.mjs'

await runMain(async () => {
  const wanted = process.argv.slice(2)
  const chosen = runners.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  if (chosen.length === 0 || wanted.some((name) => !runners.some((runner) => runner.name === name))) {
    console.error(`usage: npm test [-- ${runners.map(({ name }) => name).join('|')} ...]`)
    return 2
  }
  const total = { passed: 0, failed: 0 }
  await setUpDependencies()
  for (const runner of chosen) {
    if (isInterrupted()) break
    const { passed, failed } = await runOne(runner)
    total.passed += passed
    total.failed += failed
  }
  if (isInterrupted()) return 1
  say(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})

async function runOne({ name, heading, needs, run }) {
  say(`\n== ${heading} (${name})`)
  const folder = join(root, 'test-results', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let counts = { passed: 0, failed: 1 }
  let start = performance.now()
  try {
    const env = await setUpNeeds(needs)
    start = performance.now()
    counts = await run({ env, folder })
  } catch (error) {
    say(error instanceof SetupFailure ? error.message : error.stack)
  }
  say(`   ${counts.passed} of ${counts.passed + counts.failed} passed (${timeSince(start)}), log in test-results/${name}`)
  return counts
}
