import { plainDetail } from './patterns-project-detail'
import type { Pattern } from './recognise'

/** The project file and what it refers to, in the words of Compose. */
export const projectPatterns: readonly Pattern[] = [
  [/required variable (\S+) is missing a value/, ([, name = '']) => ({ kind: 'variable-missing', name })],
  [/no service selected/, () => ({ kind: 'nothing-selected' })],
  [/no such service: (.+)/, ([, wanted = '']) => ({ kind: 'no-such-version', wanted: wanted.trim(), known: [] })],
  [/no configuration file provided: not found/, () => ({ kind: 'project-missing', path: null })],
  [/env file (.+?) not found/, ([, path = '']) => ({ kind: 'file-missing', path, stage: null })],
  [/failed to read (\S+): line (\d+): (.+)/, ([, path = '', line = '', detail = '']) => invalid(null, `In ${lastPart(path)}, line ${line}: ${detail}`)],
  [
    /(?:failed to parse \S+: (?:yaml: )?|^yaml: )line (\d+): (.+)/m,
    ([, line, detail = '']) => invalid(/did not find expected/.test(detail) ? null : Number(line), detail),
  ],
  [/^yaml: unmarshal errors:\s+line (\d+): (.+)/m, ([, line, detail = '']) => invalid(Number(line), detail)],
  [/(?:failed to parse \S+: (?:yaml: )?|^yaml: )(.+)/m, ([, detail = '']) => invalid(null, detail)],
  [/validating \S+: (.+)/, ([, detail = '']) => invalid(null, detail)],
  [/decoding failed due to the following error\(s\):\s*\n(.+)/, ([, detail = '']) => invalid(null, detail)],
  [/^(?:open|stat) (\S+\.ya?ml): no such file or directory/m, ([, path = '']) => ({ kind: 'project-missing', path })],
  [/^read (\S+): is a directory/m, ([, path = '']) => invalid(null, `"${lastPart(path)}" is a folder`)],
  [
    /^(empty compose file|dependency cycle detected: .+|invalid interpolation format for [^\n]+|Invalid (?:hostPort|containerPort|ip address|proto)[^\n]*|invalid (?:hostPort|containerPort)[^\n]*)/m,
    ([, detail = '']) => invalid(null, detail),
  ],
  [/^(.+): invalid compose project$/m, ([, detail = '']) => invalid(null, detail)],
  [
    /^(cannot extend service .+|services\.\S+:? .+|(?:volumes|networks|secrets|configs)\.\S+:? .+)$/m,
    ([, detail = ''], { context }) => (context === 'config' ? invalid(null, detail) : null),
  ],
]

function invalid(line: number | null, detail: string): ReturnType<Pattern[1]> {
  return { kind: 'project-invalid', line, detail: plainDetail(detail) }
}

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? path
}
