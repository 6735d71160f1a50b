import { instructionOf, readInstructions } from './build-file'

/** Some lines of a file with their numbers; those that something is wrong with are marked. */
export interface FileExcerpt {
  readonly file: string
  readonly lines: readonly { readonly number: number; readonly text: string; readonly marked: boolean }[]
}

/** What may tell where in a Dockerfile a build failed. */
export interface FailedPlace {
  /** What Compose said last, line by line. */
  readonly said: readonly string[]
  /** The failed step, by BuildKit's own name. */
  readonly step: string | null
  /** The Dockerfile by its path in the project, and its text when the build began. */
  readonly file: string
  readonly text: string | null
}

/** The lines of the Dockerfile around what failed: as BuildKit shows them, else around the failed step; null where neither tells. */
export function failedLines({ said, step, file, text }: FailedPlace): FileExcerpt | null {
  const shown = shownLines(said)
  if (shown) return { file: nameOf(shown.file, file), lines: around(shown.lines) }
  if (step === null || text === null) return null
  const instruction = instructionOf(step, readInstructions(text))
  if (!instruction) return null
  const { from, to } = instruction
  return { file, lines: around(text.split(/\r?\n/).map((line, at) => ({ number: at + 1, text: line, marked: at + 1 >= from && at + 1 <= to }))) }
}

const AROUND = 1

function around(lines: FileExcerpt['lines']): FileExcerpt['lines'] {
  const from = lines.findIndex((line) => line.marked)
  return lines.slice(Math.max(0, from - AROUND), lines.findLastIndex((line) => line.marked) + 1 + AROUND)
}

// "Dockerfile:12", a rule, and the lines: "  12 | >>> RUN false".
function shownLines(said: readonly string[]): FileExcerpt | null {
  const rule = said.findIndex((line, at) => /^-{10,}$/.test(line.trim()) && /^\S.*:\d+$/.test(said[at - 1] ?? ''))
  if (rule === -1) return null
  const lines = []
  for (const line of said.slice(rule + 1)) {
    const [, number, mark, text] = /^\s*(\d+) \| (>>>|   ) ?(.*)$/.exec(line) ?? []
    if (number === undefined) break
    lines.push({ number: Number(number), text: text ?? '', marked: mark === '>>>' })
  }
  const file = (said[rule - 1] ?? '').replace(/:\d+$/, '')
  return lines.some((line) => line.marked) ? { file, lines } : null
}

// BuildKit knows the name only, the project the way to it.
function nameOf(name: string, file: string): string {
  return file === name || file.endsWith(`/${name}`) ? file : name
}
