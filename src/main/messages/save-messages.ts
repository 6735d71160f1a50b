import { appendFile, rename, rm, writeFile } from 'node:fs/promises'
import type { Saving } from '../../shared/contract'
import { whyNotWritten } from '../files/why-not-written'
import { readKept } from '../../core/messages/kept-line'
import { plainLine } from '../../core/messages/plain-line'
import { withoutSecrets } from '../../core/check/secret-words'
import { messageStore } from './message-store'

const PART = 1024 * 1024

/** Saves all messages of a version to a path; what is written stands beside it until it is whole, and nothing is left of it otherwise. */
export async function* saveMessages(variant: string, path: string, signal: AbortSignal): AsyncGenerator<Saving> {
  const part = `${path}.part`
  try {
    await writeFile(part, '')
    for (const { text, share } of savedMessages(variant)) {
      if (signal.aborted) return yield { kind: 'not-saved' }
      await appendFile(part, text)
      yield { kind: 'saving', share }
    }
    await rename(part, path)
    yield { kind: 'saved', path }
  } catch (error) {
    yield { kind: 'not-written', why: whyNotWritten(error) }
  } finally {
    await rm(part, { force: true })
  }
}

/** All messages of a version that are kept, a piece at a time: time and text of each, without colours and without secrets. */
function* savedMessages(variant: string): Generator<{ readonly text: string; readonly share: number }> {
  const file = messageStore(variant).file()
  const end = file.length()
  const open = { out: '', err: '' }
  for (let at = file.start(); at < end;) {
    const read = file.read(at, Math.min(PART, end - at))
    const text = read.text.slice(0, read.text.lastIndexOf('\n') + 1)
    if (text === '') return
    at = read.from + text.length
    yield { text: withoutSecrets(linesOf(Buffer.from(text, 'latin1').toString('utf8'), open).join('')), share: (at - file.start()) / (end - file.start()) }
  }
}

function linesOf(text: string, open: { out: string; err: string }): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const kept = readKept(line)
    if (kept === null) return []
    if (kept.kind === 'mark') return kept.mark === 'gap' ? [`${kept.time} [some messages are missing here]\n`] : []
    const all = open[kept.from] + kept.text
    const goesOn = kept.piece === 'first' || kept.piece === 'middle'
    open[kept.from] = goesOn ? all : ''
    return goesOn ? [] : [`${kept.time} ${plainLine(all)}\n`]
  })
}
