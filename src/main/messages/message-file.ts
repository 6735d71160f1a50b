import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync, truncateSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A file that grows for ever and keeps its newest part: two files on disk, each named by the position at which it begins, so
 * that positions stay what they are when the older one goes.
 */
export interface MessageFile {
  /** The position after the last byte. */
  length(): number
  /** The position of the first byte that is kept. */
  start(): number
  /** Where the file on disk begins that holds a position. */
  begins(at: number): number
  /** Adds text of whole lines, one char a byte. */
  append(text: string): Promise<void>
  /** Whether what is added next begins a new file. */
  isFull(): boolean
  /** Text from a position on, one char a byte, from one of the files; empty at the end. */
  read(from: number, bytes: number): { readonly from: number; readonly text: string }
}

const LARGEST = 25 * 1024 * 1024

/** Opens the file in a folder; a last line that was not written to its end is taken away. */
export function openMessageFile(folder: string, largest = LARGEST): MessageFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let bases = basesIn(folder)
  if (bases.length === 0) bases = [0]
  const last = (): number => bases.at(-1) ?? 0
  let length = last() + wholeLines(pathOf(folder, last()))

  return {
    length: () => length,
    start: () => bases[0] ?? 0,
    begins: (at) => bases.findLast((base) => base <= at) ?? 0,
    isFull: () => length - last() >= largest,
    async append(text) {
      if (length - last() >= largest) {
        bases.push(length)
        for (const gone of bases.splice(0, bases.length - 2)) rmSync(pathOf(folder, gone), { force: true })
      }
      await appendFile(pathOf(folder, last()), text, { encoding: 'latin1', mode: 0o600 })
      length += text.length
    },
    read: (from, bytes) => readMessages(folder, { from, bytes, length, bases }),
  }
}

/** Where to read: from a position on, so many bytes, in a file of a length. */
export interface MessagePlace {
  readonly from: number
  readonly bytes: number
  readonly length: number
  readonly bases?: readonly number[]
}

/** Reads in a folder that another thread may be writing to. */
export function readMessages(folder: string, { from: wanted, bytes, length, bases = basesIn(folder) }: MessagePlace): ReturnType<MessageFile['read']> {
  const from = Math.max(wanted, bases[0] ?? 0)
  const base = bases.findLast((one) => one <= from) ?? 0
  const end = Math.min(from + bytes, bases.find((one) => one > from) ?? length, length)
  return { from, text: end > from ? readText(pathOf(folder, base), from - base, end - from) : '' }
}

function basesIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+\.log$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .toSorted((a, b) => a - b)
}

function pathOf(folder: string, base: number): string {
  return join(folder, `${String(base).padStart(15, '0')}.log`)
}

function wholeLines(path: string): number {
  if (!existsSync(path)) return 0
  const { size } = statSync(path)
  for (let end = size; end > 0;) {
    const from = Math.max(0, end - 65_536)
    const newline = readText(path, from, end - from).lastIndexOf('\n')
    if (newline !== -1) {
      const whole = from + newline + 1
      if (whole < size) truncateSync(path, whole)
      return whole
    }
    end = from
  }
  if (size > 0) truncateSync(path, 0)
  return 0
}

function readText(path: string, from: number, bytes: number): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(bytes)
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, bytes, from))
  } finally {
    closeSync(file)
  }
}
