import { recognise } from '../../../core/failure/recognise'
import { couldNotRun, simpleCheck } from '../check'
import { copyLines } from '../fixes'

/** The project file is valid: Compose reads it with no profile, with each one, and with all together. */
export const projectValid = simpleCheck({ id: 'project-valid', turn: 'at-once' }, async ({ tools, ground }) => {
  const profiles = tools.project.variants.map((v) => v.id).filter(Boolean)
  const ways = [[], ...profiles.map((p) => [p]), profiles]
  const reads = await Promise.all(ways.map((way) => ground.file(way)))
  const command = reads.map((read) => read.command).join('\n$ ')
  for (const { command: one, ran } of reads) {
    if (ran.kind !== 'exited') return couldNotRun(one, ran)
    if (ran.code === 0) continue
    const failure = recognise({ command: one, code: ran.code, lines: ran.stderr.split('\n').filter(Boolean), context: 'config' })
    const line = failure.kind === 'project-invalid' ? failure.line : null
    const where = `${tools.place.file}${line === null ? '' : `:${line}`}: ${ran.stderr.trim()}`
    return {
      verdict: 'failed',
      summary: line === null ? 'Has an error' : `Has an error in line ${line}`,
      command: one,
      output: ran.stderr,
      exitCode: ran.code,
      fix: copyLines('Docker’s own words name the place; the running app is not affected.', where),
    }
  }
  return { verdict: 'passed', summary: 'Yes', command, output: `${reads.length} ways of reading it, no error`, exitCode: 0 }
})
