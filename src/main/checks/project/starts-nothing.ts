import { simpleCheck } from '../check'
import { copyLines } from '../fixes'
import { readProject, showing } from './read'

/** Starts nothing that you did not choose: without a profile the project has no service. */
export const startsNothing = simpleCheck({ id: 'starts-nothing', turn: 'at-once' }, async (subject) => {
  const read = await readProject(subject, [])
  if (read.kind === 'not-read') return read.finding
  const services = Object.keys(read.config.services ?? {})
  if (services.length === 0) return { verdict: 'passed', summary: 'Yes', ...showing(read.evidence, ['services without a profile: none']) }
  const evidence = showing(read.evidence, [`services without a profile: ${services.join(', ')}`])
  const lines = services.map((name) => `  ${name}:\n    profiles: [${name.split('-').at(-1)}]`).join('\n')
  return {
    verdict: 'failed',
    summary: `Starts ${services.join(' and ')} unasked`,
    ...evidence,
    fix: copyLines(`Give each service its own profile in ${subject.tools.place.file}.`, `services:\n${lines}\n`),
  }
})
