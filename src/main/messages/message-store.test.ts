import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../core/messages/entry'
import { openMessageFile } from './message-file'
import { openStore } from './message-store'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'messages-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const entry = (n: number, text = `line ${n}`): Entry => ({
  time: `2026-03-03T10:40:02.${String(n).padStart(9, '0')}Z`,
  from: 'out',
  text,
  ends: 'line',
})

describe('messages on disk', () => {
  it('keep their positions and their newest part, in bounded room', async () => {
    const file = openMessageFile(folder, 1000)
    for (let n = 0; n < 100; n++) await file.append(`${String(n).padStart(99, '0')}\n`)
    expect(file.length()).toBe(10_000)
    expect(readdirSync(folder)).toHaveLength(2)
    const again = openMessageFile(folder, 1000)
    expect([again.length(), again.start()]).toEqual([10_000, 8000])
    expect(again.read(0, 100)).toEqual({ from: 8000, text: `${'80'.padStart(99, '0')}\n` })
    // A read never crosses from one file into the other.
    expect(again.read(8950, 100).text).toHaveLength(50)
  })

  it('lose a last line that was not written to its end, so that it is fetched again', async () => {
    const store = openStore(() => openMessageFile(folder))
    await store.add(store.log().begin('a', 0) + store.log().take([entry(1)]))
    const [name = ''] = readdirSync(folder)
    appendFileSync(join(folder, name), '2026-03-03T10:40:02.000000002Z oiw half a li')
    const again = openStore(() => openMessageFile(folder))
    expect(statSync(join(folder, name)).size).toBe(again.file().length())
    again.log().attach(null)
    expect(again.log().take([entry(1), entry(2)])).toContain('line 2')
    expect(again.log().container()).toBe('a')
  })

  it('know their container however much was written since it began', async () => {
    const store = openStore(() => openMessageFile(folder, 3_000_000))
    await store.add(store.log().begin('a', 0))
    for (let n = 0; n < 700; n++) await store.add(store.log().take([entry(n, 'x'.repeat(10_000))]))
    expect(readdirSync(folder)).toHaveLength(2)
    expect(
      openStore(() => openMessageFile(folder, 3_000_000))
        .log()
        .container(),
    ).toBe('a')
  })

  it('do not count as seen what could not be written', async () => {
    const real = openMessageFile(folder)
    let full = false
    const open = () => ({ ...openMessageFile(folder), append: (text: string) => (full ? Promise.reject(new Error('ENOSPC')) : real.append(text)) })
    const store = openStore(open)
    await store.add(store.log().begin('a', 0) + store.log().take([entry(1)]))
    full = true
    await expect(store.add(store.log().take([entry(2)]))).rejects.toThrow('ENOSPC')
    store.log().attach(null)
    expect(store.log().take([entry(1), entry(2)])).toContain('line 2')
  })
})
