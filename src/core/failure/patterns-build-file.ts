import type { FailureKind } from './failure'
import type { Failed, Pattern } from './recognise'

/** The Dockerfile, the folder to build from, and the files that the build copies. */
export const buildFilePatterns: readonly Pattern[] = [
  [/failed to read dockerfile: open (\S+): no such file or directory/, ([, path = '']) => ({ kind: 'dockerfile-missing', path })],
  [/unable to prepare context: path "?(.+?)"? not found/, ([, path = '']) => ({ kind: 'folder-missing', path })],
  [/error from sender: (?:open|readdirent|lstat|readlink) (\S+?):? permission denied/, ([, path = '']) => ({ kind: 'folder-forbidden', path })],
  [/target stage "?([^\s"]+)"? could not be found/, ([, stage = '']) => ({ kind: 'stage-missing', stage })],
  [/dockerfile parse error on line (\d+): (.+)/, ([, line, detail = '']) => ({ kind: 'dockerfile-invalid', line: Number(line), detail: upper(detail) })],
  ...['file with no instructions', 'unterminated heredoc', 'no build stage in current context'].map((words): Pattern => [
    new RegExp(`failed to solve: (${words})`),
    ([, detail = ''], failed) => invalid(failed, detail),
  ]),
  [
    /failed to solve: (base name .* should not be blank|failed to parse stage name .+|failed to parse platform .+|invalid reference format.*)/,
    ([, detail = ''], failed) => invalid(failed, detail),
  ],
  [
    /failed to calculate checksum of ref \S+: failed to walk \S*?\/buildkit-mount\d+(\/\S+): lstat .*no such file/,
    ([, path = ''], failed) => missingFile(path, failed),
  ],
  [/failed to calculate checksum of ref \S+: "?(.+?)"?: not found/, ([, path = ''], failed) => missingFile(path, failed)],
]

// The engine prints the lines of the Dockerfile that it speaks of; the first of them carries an arrow.
const ARROW = /^\s*(\d+) \| >>> (.*)$/m

function arrow({ lines }: Failed): RegExpExecArray | null {
  return ARROW.exec(lines.join('\n'))
}

function invalid(failed: Failed, detail: string): FailureKind {
  const line = arrow(failed)?.[1]
  return { kind: 'dockerfile-invalid', line: line ? Number(line) : null, detail: PLAIN[detail] ?? upper(detail) }
}

const PLAIN: Readonly<Record<string, string>> = {
  'file with no instructions': 'The file is empty.',
  'unterminated heredoc': 'A text that begins with << has no end.',
  'no build stage in current context': 'The file does not begin with FROM.',
}

function missingFile(path: string, failed: Failed): FailureKind {
  const stage = /--from=(\S+)/.exec(arrow(failed)?.[2] ?? '')?.[1] ?? null
  const inProject = path.replace(/^\//, '')
  if (stage === null && failed.has?.(inProject)) return { kind: 'file-ignored', path: inProject }
  return { kind: 'file-missing', path: stage === null ? inProject : path, stage }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
