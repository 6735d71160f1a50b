import type { Pattern } from './recognise'

/** The project's own files. */
export const projectPatterns: readonly Pattern[] = [
  [/required variable (\S+) is missing a value/, ([, name = '']) => ({ kind: 'variable-missing', name })],
  [/no service selected/, () => ({ kind: 'nothing-selected' })],
  [/no such service: (.+)/, ([, wanted = '']) => ({ kind: 'no-such-version', wanted: wanted.trim(), known: [] })],
  [/yaml: (?:.*?line (\d+): )?(.+)/, ([, line, detail = '']) => ({ kind: 'project-invalid', line: line ? Number(line) : null, detail })],
  [/failed to read dockerfile: open (\S+): no such file or directory/, ([, path = '']) => ({ kind: 'dockerfile-missing', path })],
  [/dockerfile parse error on line (\d+): (.+)/, ([, line, detail = '']) => ({ kind: 'dockerfile-invalid', line: Number(line), detail })],
  [/target stage "?([^\s"]+)"? could not be found/, ([, stage = '']) => ({ kind: 'stage-missing', stage })],
  [/"?([^"\s]+)"?: not found$/m, ([, path = '']) => ({ kind: 'file-missing', path })],
]
