import { couldNotRun, simpleCheck } from './check'
import { runInImage } from './run-in-image'

const EXPECTED = 'appuser'

/** Does not run as administrator: the user inside is appuser. */
export const notAdministrator = simpleCheck('not-administrator', async ({ variant }, signal) => {
  const { command, ran } = await runInImage({ image: variant.image, program: ['whoami'], seconds: 60 }, signal)
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  const user = ran.stdout.trim()
  const evidence = { command, output: `${ran.stdout}${ran.stderr}`, exitCode: ran.code }
  if (ran.code !== 0) return { verdict: 'could-not-run', summary: 'The package did not start', ...evidence }
  return { verdict: user === EXPECTED ? 'passed' : 'failed', summary: `Runs as ${user}`, ...evidence }
})
