/** One instruction of a Dockerfile: its word, its stage, and its first and last line, counted from 1. */
export interface FileInstruction {
  readonly word: string
  /** The stage's name, or `stage-0` and so on, as BuildKit calls one without. */
  readonly stage: string
  readonly from: number
  readonly to: number
}

/** The instructions of a Dockerfile in order, with their continued lines and heredocs. */
export function readInstructions(text: string): readonly FileInstruction[] {
  const lines = text.split(/\r?\n/)
  const escape = /^#\s*escape\s*=\s*`/im.test(text) ? '`' : '\\'
  const found: FileInstruction[] = []
  let [stage, stages] = ['', 0]
  for (let at = 0; at < lines.length;) {
    const word = /^\s*([A-Za-z]+)\b/.exec(lines[at] ?? '')?.[1]?.toUpperCase()
    if (word === undefined) {
      at += 1
      continue
    }
    const end = endOf(lines, at, { escape, heredocs: HEREDOCS.has(word) })
    if (word === 'FROM') {
      stage = /\sAS\s+(\S+)\s*$/i.exec(lines.slice(at, end).join(' '))?.[1]?.toLowerCase() ?? `stage-${stages}`
      stages += 1
    }
    found.push({ word, stage, from: at + 1, to: end })
    at = end
  }
  return found
}

/** The instruction that a step is made of, by BuildKit's own name for it: `[models 2/4] RUN apt-get update`. */
export function instructionOf(raw: string, instructions: readonly FileInstruction[]): FileInstruction | null {
  const [, inside = '', place = '', all = '', word = ''] = /^\[(?:([^\]]*) )?(\d+)\/(\d+)\] (\S+)/.exec(raw) ?? []
  const last = inside.split(' ').at(-1) ?? ''
  const stage = last === '' || last.includes('/') ? instructions.at(-1)?.stage : last.toLowerCase()
  const steps = instructions.filter((one) => one.stage === stage && STEPS.has(one.word))
  // Counted from the end, since a stage that begins with another one does not count its first line.
  const step = word.toUpperCase() === 'FROM' ? instructions.find((one) => one.stage === stage) : steps.at(Number(place) - Number(all) - 1)
  return step?.word === word.toUpperCase() ? step : null
}

const STEPS = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR'])
const HEREDOCS = new Set(['RUN', 'COPY', 'ADD'])

interface Grammar {
  readonly escape: string
  readonly heredocs: boolean
}

// The number of the line after an instruction's last one, both counted from 0.
function endOf(lines: readonly string[], at: number, { escape, heredocs }: Grammar): number {
  let end = at
  const waiting: string[] = []
  do {
    const line = lines[end] ?? ''
    if (heredocs) waiting.push(...[...line.matchAll(/<<-?\s*(["']?)([A-Za-z_]\w*)\1/g)].flatMap((match) => match[2] ?? []))
    end += 1
    // Comments and empty lines between continued ones belong to them.
    if (!line.trimEnd().endsWith(escape) && !(end - 1 > at && isSkipped(line))) break
  } while (end < lines.length)
  for (const word of waiting) {
    const close = lines.findIndex((line, place) => place >= end && line.trim() === word)
    end = close === -1 ? lines.length : close + 1
  }
  return end
}

function isSkipped(line: string): boolean {
  return line.trim() === '' || line.trimStart().startsWith('#')
}
