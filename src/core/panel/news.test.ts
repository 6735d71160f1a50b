import { describe, expect, test } from 'vitest'
import type { Operation } from '../operation/operation'
import { emptyPanel } from './apply-event'
import { newsOf, newsToTell, type Told } from './news'
import type { PanelState } from './panel'

const NOW = 10_000_000
const ended = (kind: Operation['kind'], seconds: number, outcome: Operation['outcome'] = { kind: 'succeeded' }): Operation => ({
  id: 'op',
  kind,
  variant: 'cpu',
  startedAt: NOW - seconds * 1000,
  endedAt: NOW,
  stage: null,
  outcome,
})
const panel = (more: Partial<PanelState>): PanelState => ({ ...emptyPanel, ...more })
const causes = (more: Partial<PanelState>): readonly string[] => newsOf(panel(more), NOW).map((news) => news.cause)
const problem = { title: 'The download broke off' } as Extract<NonNullable<Operation['outcome']>, { kind: 'failed' }>['problem']

describe('what is news', () => {
  test('a start, a build and a switch that took a while, and each that failed', () => {
    expect(causes({ history: [ended('start', 40)] })).toEqual(['ready'])
    expect(causes({ history: [ended('switch', 40)] })).toEqual(['switched'])
    expect(causes({ history: [ended('build', 4, { kind: 'failed', problem })] })).toEqual(['build-failed'])
  })

  test('not what took a moment, was cancelled or is long over', () => {
    expect(causes({ history: [ended('start', 4)] })).toEqual([])
    expect(causes({ history: [ended('start', 40, { kind: 'cancelled' })] })).toEqual([])
    expect(causes({ history: [{ ...ended('start', 40), endedAt: NOW - 60_000 }] })).toEqual([])
  })

  test('no answer only after three minutes, the wrong device and a lost Docker at once', () => {
    expect(causes({ app: { kind: 'not-answering', variant: 'cpu', since: NOW - 179_000 } })).toEqual([])
    expect(causes({ app: { kind: 'not-answering', variant: 'cpu', since: NOW - 180_000 } })).toEqual(['silent'])
    expect(causes({ app: { kind: 'wrong-device', variant: 'gpu', since: NOW, used: 'cpu' } })).toEqual(['wrong-device'])
    expect(causes({ engine: { kind: 'lost', since: NOW, silent: true } })).toEqual(['docker-lost'])
  })
})

describe('whether it is told', () => {
  const lost = (since: number): PanelState => panel({ engine: { kind: 'lost', since, silent: true } })
  const tell = (state: PanelState, told: Told = {}, inFront = false): number => newsToTell(state, { told, inFront, now: NOW }).news.length

  test('not while somebody looks, nor when a person does not want it', () => {
    expect(tell(lost(1), {}, true)).toBe(0)
    expect(tell({ ...lost(1), settings: { ...emptyPanel.settings, notifications: false } })).toBe(0)
    expect(tell(lost(1))).toBe(1)
  })

  test('the same occurrence once, another of the same cause after ten minutes, another cause at once', () => {
    expect(tell(lost(1), { 'docker-lost': { id: '1', at: 0 } })).toBe(0)
    expect(tell(lost(2), { 'docker-lost': { id: '1', at: NOW - 599_000 } })).toBe(0)
    expect(tell(lost(2), { 'docker-lost': { id: '1', at: NOW - 600_000 } })).toBe(1)
    expect(tell(lost(2), { silent: { id: '1', at: NOW } })).toBe(1)
  })

  test('not afterwards either when it was seen in the window, which keeps no other one quiet', () => {
    const { told } = newsToTell(lost(1), { told: {}, inFront: true, now: NOW })
    expect(tell(lost(1), told)).toBe(0)
    expect(tell(lost(2), told)).toBe(1)
  })
})
