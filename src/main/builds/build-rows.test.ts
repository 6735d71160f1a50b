import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explain } from '../../core/failure/explain'
import { buildFolder, buildIds } from './build-folder'
import { buildRows } from './build-rows'
import { pruneBuilds } from './prune-builds'

const at = (hour: number): number => Date.UTC(2026, 0, 1, hour)
const ended = { variant: 'cpu', pid: 1, started: 'long gone' }

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rows-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
})
afterEach(() => {
  delete process.env['FACECRAFT_PANEL_HOME']
  rmSync(home, { recursive: true })
})

describe('the builds on disk', () => {
  it('are listed newest first, each with how it ended and what it was made from', () => {
    const provenance = { commit: 'c0ffee', panel: '1', engine: '28', buildkit: null, compose: '2', digest: 'sha256:1' }
    const problem = explain({ kind: 'disk-full' }, ['a long log'])
    buildFolder('a').meta.write({ ...ended, id: 'a', startedAt: at(1), endedAt: at(2), outcome: { kind: 'succeeded' }, provenance })
    buildFolder('b').meta.write({ ...ended, id: 'b', startedAt: at(3), endedAt: at(4), outcome: { kind: 'failed', problem } })
    expect(buildRows()).toEqual([
      { id: 'b', variant: 'cpu', startedAt: at(3), endedAt: at(4), result: { kind: 'failed', title: 'Too little space' }, provenance: null },
      { id: 'a', variant: 'cpu', startedAt: at(1), endedAt: at(2), result: { kind: 'succeeded' }, provenance },
    ])
  })

  it('were interrupted where nobody saw their end, which was when their command wrote last', () => {
    const folder = buildFolder('a')
    folder.meta.write({ ...ended, id: 'a', startedAt: at(1), endedAt: null, outcome: null })
    writeFileSync(folder.records, '{}\n')
    utimesSync(folder.records, at(2) / 1000, at(2) / 1000)
    expect(buildRows()).toMatchObject([{ endedAt: at(2), result: { kind: 'interrupted' } }])
  })

  it('do not count as such while they run, or where nothing is known of them', () => {
    const alive = { ...ended, pid: process.pid, started: null }
    buildFolder('a').meta.write({ ...alive, id: 'a', startedAt: at(1), endedAt: null, outcome: null })
    mkdirSync(join(home, 'builds/b'))
    expect(buildRows()).toEqual([])
  })

  it('are removed beyond twenty, but never one that runs or the last that succeeded', async () => {
    const ids = Array.from({ length: 25 }, (_, number) => `b${String(number).padStart(2, '0')}`)
    for (const id of ids) {
      const meta = { ...ended, id, startedAt: at(1), endedAt: at(2) }
      if (id === 'b00') buildFolder(id).meta.write({ ...meta, outcome: null, pid: process.pid, started: null })
      else buildFolder(id).meta.write({ ...meta, outcome: id === 'b01' ? { kind: 'succeeded' } : { kind: 'cancelled' } })
    }
    await pruneBuilds()
    expect(buildIds()).toEqual(['b00', 'b01', ...ids.slice(-18)].toReversed())
  })
})
