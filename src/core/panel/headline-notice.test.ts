import { describe, expect, test } from 'vitest'
import type { Problem } from '../failure/failure'
import type { AppState } from '../health/health'
import type { Operation } from '../operation/operation'
import { applyEvent, emptyPanel } from './apply-event'
import { headline } from './headline'
import type { PanelChange, PanelState } from './panel'

const NOW = new Date(2026, 2, 12, 14, 40).getTime()
const HOURS = 3_600_000

describe('a problem that nobody put away', () => {
  test.each([
    [{ kind: 'out-of-memory', limitBytes: null }, 'Facecraft stopped by itself', 'It ran out of memory 5 min ago. Finished photos are on disk.'],
    [{ kind: 'with-docker' }, 'Docker is back, Facecraft is not', 'Docker ended 5 min ago, and Facecraft with it'],
    [{ kind: 'asked' }, 'Facecraft is stopped', 'It stopped 5 min ago.'],
  ] as const)('gives way to the later end of the app that ran on beside it: %o', (ending, title, sentence) => {
    const gone: AppState = { ...stopped, ending }
    const said = headline(after([ready], failed, [{ kind: 'unknown' }, gone]), NOW)
    expect([said.title, said.problem, said.primary?.deed]).toEqual([title, problem, { kind: 'start', variant: 'cpu' }])
    expect(said.sentence).toContain(sentence)
  })

  test('gives way to the end of an app that somebody started since', () => {
    expect(headline(after([stopped], failed, [ready, stopped]), NOW)).toMatchObject({ title: 'Facecraft is stopped', problem })
  })

  test('owns the headline as long as nothing ran since, also when Docker was away meanwhile', () => {
    const said = headline(after([ready, stopped], failed, [{ kind: 'unknown' }, stopped]), NOW)
    expect([said.title, said.primary?.label]).toEqual(['The graphics card version is not finished', 'Try again'])
  })

  test('owns the headline again when a new one comes while nothing runs', () => {
    const state = said(after([ready], failed, [stopped]), { type: 'notice', problem: { ...problem, title: 'Another' } })
    expect(headline(state, NOW)).toMatchObject({ title: 'The graphics card version is not finished', problem: { title: 'Another' } })
  })
})

test('a build beside an app that ended meanwhile does not claim that nothing was running', () => {
  expect(headline(after([ready, stopped], { ...failed, from: 'cpu' }, []), NOW).sentence).toBe('It stopped after 3 min, at 12:40.')
  expect(headline(after([stopped], failed, []), NOW).sentence).toBe('It stopped after 3 min, at 12:40. Nothing was running, so nothing was interrupted.')
})

const problem: Problem = {
  failure: { kind: 'network-broken', host: 'github.com' },
  title: 'It did not finish downloading',
  why: 'The connection broke off.',
  notLost: 'Finished steps.',
  fixes: [{ kind: 'try-again', label: 'Try again' }],
  evidence: [],
}
const failed: Operation = { id: 'op-1', kind: 'build', variant: 'gpu', startedAt: NOW - 2 * HOURS - 180_000, endedAt: null, stage: null, outcome: null }
const ready: AppState = { kind: 'ready', variant: 'cpu', since: NOW - 5 * HOURS }
const stopped: Extract<AppState, { kind: 'stopped' }> = { kind: 'stopped', variant: 'cpu', at: NOW - 300_000 }
const port = { address: '127.0.0.1', port: 8000, target: 8000 }
const shared = { services: [], main: 'x', image: 'x', dockerfile: null, port, volumes: [] }
const idle: PanelState = {
  ...emptyPanel,
  engine: { kind: 'running', version: '28', compose: '2', where: 'x', name: 'x', freeBytes: null, cores: 8, memoryBytes: 1, nvidia: true },
  project: {
    kind: 'usable',
    project: {
      name: 'facecraft',
      folder: '/x',
      variants: [
        { id: 'cpu', kind: 'cpu', ...shared },
        { id: 'gpu', kind: 'nvidia', ...shared },
      ],
    },
  },
}

function said(state: PanelState, change: PanelChange): PanelState {
  return applyEvent(state, { seq: state.seq + 1, change })
}

/** The panel after the app was so while the operation ran, which failed, and the app was so afterwards. */
function after(during: readonly AppState[], operation: Operation, since: readonly AppState[]): PanelState {
  const apps = (all: readonly AppState[]): readonly PanelChange[] => all.map((app) => ({ type: 'app', app }))
  const changes: readonly PanelChange[] = [
    { type: 'operation-began', operation },
    ...apps(during),
    { type: 'operation-ended', id: operation.id, at: NOW - 2 * HOURS, outcome: { kind: 'failed', problem } },
    ...apps(since),
  ]
  return changes.reduce(said, idle)
}
