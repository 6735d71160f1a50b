import { setImmediate as breath } from 'node:timers/promises'
import type { LineCount, LogPart } from '../../core/build/build'
import { countShown, startOfLast, wantedLines, type Wanted } from '../../core/messages/kept-line'
import { messageStore } from './message-store'

/** Whose messages, and which of them. */
export interface MessagesWish {
  readonly variant: string
  readonly wanted: Wanted
}

const PART = 256 * 1024

/** A part of a version's messages as they are kept, from a position on and where wanted not beyond another; more may always come. */
export function messagePart({ variant, wanted, from, to = Infinity }: MessagesWish & { readonly from: number; readonly to?: number | undefined }): LogPart {
  const read = messageStore(variant)
    .file()
    .read(from, Math.min(PART, to - from))
  const lines = read.text.slice(0, read.text.lastIndexOf('\n') + 1)
  const text = Buffer.from(wantedLines(lines, wanted), 'latin1').toString('utf8')
  return { from: read.from, next: read.from + lines.length, chunks: text === '' ? [] : [{ step: '', number: 0, at: 0, text }], complete: false }
}

/** Where the last so many messages begin, before a position or before the end. */
export async function messagesPlace({
  variant,
  wanted,
  lines,
  before = Infinity,
}: MessagesWish & { readonly lines: number; readonly before?: number | undefined }): Promise<number> {
  const file = messageStore(variant).file()
  let left = lines
  for (let end = Math.min(before, file.length()); end > file.start();) {
    const begins = file.begins(end - 1)
    const from = Math.max(begins, end - PART)
    const { text } = file.read(from, end - from)
    // The first line may be cut, except where a file begins.
    const cut = from === begins ? 0 : text.indexOf('\n') + 1
    const found = startOfLast(text.slice(cut), left, wanted)
    if (found.at !== null) return from + cut + found.at
    if (text.length === cut) break
    left = found.left
    end = from + cut
    await breath()
  }
  return file.start()
}

/** How many messages are kept from a position on, of as many as are quickly counted. */
export function countMessages({ variant, wanted, from }: MessagesWish & { readonly from: number }): LineCount {
  const read = messageStore(variant).file().read(from, PART)
  const lines = read.text.slice(0, read.text.lastIndexOf('\n') + 1)
  return { lines: countShown(lines, wanted), next: read.from + lines.length, complete: false }
}
