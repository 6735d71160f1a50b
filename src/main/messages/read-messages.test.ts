import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLineFinder, type Run } from '../../core/build/find-lines'
import { folderOf, messageStore } from './message-store'
import { messageStretches } from './message-stretches'
import { countMessages, messagePart, messagesPlace } from './read-messages'
import { saveMessages } from './save-messages'

let home = ''
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'messages-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
  const store = messageStore('cpu')
  await store.add(store.log().begin('a', 0))
  const entries = Array.from({ length: 5000 }, (_, n) => ({
    time: `2026-03-03T10:40:02.${String(n).padStart(9, '0')}Z`,
    from: 'err' as const,
    text: n % 1000 === 999 ? `ERROR number ${n} \x1b[31mr\xc3\xa9d\x1b[0m password=hunter22` : `INFO number ${n} ${'x'.repeat(60)}`,
    ends: 'line' as const,
  }))
  await store.add(store.log().take(entries))
})
afterEach(() => rmSync(home, { recursive: true }))

async function readFrom(from: number, wanted: 'everything' | 'warnings'): Promise<readonly string[]> {
  const lines: string[] = []
  for (let at = from; ;) {
    const part = messagePart({ variant: 'cpu', wanted, from: at })
    for (const { text } of part.chunks) lines.push(...text.split('\n').filter(Boolean))
    if (part.next === at) return lines
    at = part.next
  }
}

describe('kept messages', () => {
  it('are read from where the last so many begin, all of them or warnings and errors only', async () => {
    const all = await readFrom(await messagesPlace({ variant: 'cpu', wanted: 'everything', lines: 3 }), 'everything')
    expect(all.map((line) => /number (\d+)/.exec(line)?.[1])).toEqual(['4997', '4998', '4999'])
    const bad = await readFrom(await messagesPlace({ variant: 'cpu', wanted: 'warnings', lines: 4 }), 'warnings')
    expect(bad.map((line) => /number (\d+) .*réd/.exec(line)?.[1])).toEqual(['1999', '2999', '3999', '4999'])
    expect(await messagesPlace({ variant: 'cpu', wanted: 'warnings', lines: 100 })).toBe(0)
    expect(countMessages({ variant: 'cpu', wanted: 'warnings', from: await messagesPlace({ variant: 'cpu', wanted: 'warnings', lines: 2 }) }).lines).toBe(2)
  })

  it('are found where they stand, without their colours', () => {
    let runs: readonly Run[] = []
    const asked = { number: null, skip: 0, most: 10, rest: 'count' } as const
    const finder = createLineFinder(/number \d+ réd/gi, (at) => runs.findLast((run) => run.text <= at) ?? null, asked)
    for (const stretch of messageStretches({ folder: folderOf('cpu'), length: messageStore('cpu').file().length(), wanted: 'everything' })) {
      runs = stretch.runs
      finder.add(stretch)
    }
    const { total, hits } = finder.found()
    expect(total).toBe(5)
    const shown = messagePart({ variant: 'cpu', wanted: 'everything', from: hits[3]?.from ?? 0 }).chunks[0]?.text ?? ''
    expect(
      shown
        .split('\n')
        .slice(0, 100)
        .some((line) => line.includes('number 3999')),
    ).toBe(true)
  })

  it('are saved whole, without colours and without secrets', async () => {
    const path = join(home, 'saved.log')
    const said: unknown[] = []
    for await (const one of saveMessages('cpu', path, new AbortController().signal)) said.push(one)
    expect(said.slice(-2)).toEqual([
      { kind: 'saving', share: 1 },
      { kind: 'saved', path },
    ])
    const saved = readFileSync(path, 'utf8')
    expect(saved.split('\n')).toHaveLength(5001)
    expect(saved).toContain('number 999 réd')
    expect(saved).not.toMatch(/hunter22|\x1b/)
  })
})
