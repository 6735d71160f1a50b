import { staticChecks, unitCheck } from './check/checks.mjs'
import { runChecks } from './check/run-checks.mjs'
import { runMain } from './lib/endings.mjs'
import { say, timeSince } from './lib/say.mjs'
import { setUpDependencies } from './setup/dependencies.mjs'

await runMain(async () => {
  await setUpDependencies()
  const start = performance.now()
  // First what takes longest.
  const { passed, failed } = await runChecks([unitCheck(), ...staticChecks().reverse()])
  say(`${passed} passed, ${failed} failed (${timeSince(start)})`)
  return failed === 0 ? 0 : 1
})
