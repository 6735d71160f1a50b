import { expect, test } from 'vitest'
import type { Operation } from '../operation/operation'
import { emptyPanel } from './apply-event'
import { fixAction } from './fix-action'

const tryAgain = { kind: 'try-again', label: 'Try again' } as const
const last = (kind: Operation['kind']): Operation => ({ id: 'a', kind, variant: 'gpu', startedAt: 1, endedAt: 2, stage: null, outcome: { kind: 'cancelled' } })

test.each([
  ['start', { kind: 'start', variant: 'gpu' }],
  ['build', { kind: 'build', variant: 'gpu' }],
  ['verify', { kind: 'verify', variant: 'gpu' }],
  ['switch', { kind: 'preview-switch', variant: 'gpu' }],
  ['stop', { kind: 'stop' }],
] as const)('trying again after a %s does it again with the same version', (kind, deed) => {
  expect(fixAction({ ...emptyPanel, history: [last(kind)] }, tryAgain)).toEqual({ label: 'Try again', deed })
})

test('trying again before what went wrong has quite ended means that, not what was done before it', () => {
  const state = { ...emptyPanel, operation: { ...last('build'), endedAt: null, outcome: null }, history: [last('verify')] }
  expect(fixAction(state, tryAgain).deed).toEqual({ kind: 'build', variant: 'gpu' })
})

test('trying again with nothing done before only looks again', () => {
  expect(fixAction(emptyPanel, tryAgain).deed).toEqual({ kind: 'check-again' })
})

test('a version that runs beside the wanted one is named with it, so that the other goes on', () => {
  const fix = { kind: 'stop-version', label: 'Stop it', variant: 'cpu', beside: 'gpu' } as const
  expect(fixAction(emptyPanel, fix)).toEqual({ label: 'Stop it', deed: { kind: 'stop-version', variant: 'cpu', beside: 'gpu' } })
})
