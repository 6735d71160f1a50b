import { expect, test } from 'vitest'
import { emptyPanel } from './apply-event'
import { isCalm } from './calm'
import type { PanelState } from './panel'

const engine = { kind: 'running' } as PanelState['engine']
const ready: PanelState = { ...emptyPanel, engine, app: { kind: 'ready', variant: 'cpu', since: 0 } }

test('an app that is ready or stopped is calm', () => {
  expect([isCalm(ready), isCalm({ ...ready, app: { kind: 'stopped', at: 1, variant: 'cpu' } })]).toEqual([true, true])
})

test.each([
  ['a start', { app: { kind: 'starting', variant: 'cpu', since: 0 } }],
  ['an app without an answer', { app: { kind: 'not-answering', variant: 'cpu', since: 0 } }],
  ['a lost Docker', { engine: { kind: 'lost', since: 0, silent: true } }],
  ['an operation', { operation: { kind: 'stop' } }],
  ['a build', { build: { endedAt: null } }],
] as const)('%s counts seconds', (_, more) => {
  expect(isCalm({ ...ready, ...(more as Partial<PanelState>) })).toBe(false)
})
