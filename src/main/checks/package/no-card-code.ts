import { found, simpleCheck } from '../check'
import { buildAgain } from '../fixes'
import { torchCuda } from './torch-code'

/** Carries no graphics card code: the processor version's torch was built without CUDA. */
export const noCardCode = simpleCheck({ id: 'no-card-code', turn: 'after-build' }, async (subject, signal) => {
  if (subject.variant.kind !== 'cpu') return found('not-applicable', 'Not for this version')
  const asked = await torchCuda(subject, signal)
  if (asked.kind === 'silent') return asked.finding
  if (asked.code !== 0) return { verdict: 'could-not-run', summary: 'The package did not answer', ...asked.evidence }
  const cuda = asked.stdout.trim()
  if (cuda === 'None') return { verdict: 'passed', summary: 'None found', ...asked.evidence }
  return { verdict: 'failed', summary: `Carries CUDA ${cuda}`, ...asked.evidence, fix: buildAgain }
})
