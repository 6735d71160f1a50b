import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { found, simpleCheck, type Subject } from '../check'
import { buildAgain } from '../fixes'
import { torchCuda } from './torch-code'

/** Carries the card's own code: torch was built with CUDA, in the version that the project's build demands. */
export const cardCode = simpleCheck({ id: 'card-code', turn: 'after-build' }, async (subject, signal) => {
  if (subject.variant.kind === 'cpu') return found('not-applicable', 'Not for this version')
  const [asked, expected] = await Promise.all([torchCuda(subject, signal), expectedCuda(subject)])
  if (asked.kind === 'silent') return asked.finding
  if (asked.code !== 0) return { verdict: 'could-not-run', summary: 'The package did not answer', ...asked.evidence }
  const cuda = asked.stdout.trim()
  const evidence = { ...asked.evidence, output: `${asked.evidence.output}\nexpected: ${expected ?? 'any'}` }
  if (cuda === 'None') return { verdict: 'failed', summary: 'Carries none', ...evidence, fix: buildAgain }
  if (expected !== null && cuda !== expected) return { verdict: 'failed', summary: `CUDA ${cuda}, not ${expected}`, ...evidence, fix: buildAgain }
  return { verdict: 'passed', summary: `CUDA ${cuda}`, ...evidence }
})

async function expectedCuda({ tools, variant }: Subject): Promise<string | null> {
  const text = await readFile(join(tools.place.folder, variant.dockerfile ?? 'Dockerfile'), 'utf8').catch(() => '')
  return /torch\.version\.cuda == '([\d.]+)'/.exec(text)?.[1] ?? null
}
