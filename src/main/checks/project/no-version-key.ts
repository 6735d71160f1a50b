import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleCheck } from '../check'
import { copyLines } from '../fixes'
import { readProject, showing } from './read'

/** The project file uses today's format: no `version:` key, which Docker ignores with a warning. */
export const noVersionKey = simpleCheck({ id: 'no-version-key', turn: 'at-once' }, async (subject) => {
  const { folder, file } = subject.tools.place
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n')
  const at = lines.findIndex((line) => /^["']?version["']?\s*:/.test(line))
  const read = await readProject(subject, [subject.variant.id].filter(Boolean))
  const command = `grep -n '^version:' ${file}${read.kind === 'read' ? `\n$ ${read.evidence.command}` : ''}`
  const warnings = read.kind === 'read' ? read.warnings : ''
  if (at < 0)
    return { verdict: 'passed', summary: 'Yes', ...showing({ command, output: '', exitCode: 0 }, ['no line begins with version:', warnings].filter(Boolean)) }
  return {
    verdict: 'needs-a-look',
    summary: `Line ${at + 1} is outdated`,
    ...showing({ command, output: '', exitCode: 0 }, [`${at + 1}:${lines[at]}`, warnings].filter(Boolean)),
    fix: copyLines(`Delete line ${at + 1} of ${file}; Docker ignores it.`, `${file}:${at + 1}: ${lines[at]}`),
  }
})
