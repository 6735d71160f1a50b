import { couldNotRun, found, simpleCheck } from './check'
import { runInImage } from './run-in-image'

/** Carries no graphics card code: the processor version's torch was built without CUDA. */
export const noCardCode = simpleCheck('no-card-code', async ({ variant }, signal) => {
  if (variant.kind !== 'cpu') return found('not-applicable', 'Not for this version')
  const program = ['python', '-c', 'import torch; print(torch.version.cuda)']
  const { command, ran } = await runInImage({ image: variant.image, program, seconds: 90 }, signal)
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  const evidence = { command, output: `${ran.stdout}${ran.stderr}`, exitCode: ran.code }
  if (ran.code !== 0) return { verdict: 'could-not-run', summary: 'The package did not answer', ...evidence }
  const none = ran.stdout.trim() === 'None'
  return { verdict: none ? 'passed' : 'failed', summary: none ? 'None found' : `Carries CUDA ${ran.stdout.trim()}`, ...evidence }
})
