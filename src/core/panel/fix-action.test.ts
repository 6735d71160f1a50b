import { expect, test } from 'vitest'
import type { Operation } from '../operation/operation'
import { emptyPanel } from './apply-event'
import { buildAgain, fixAction } from './fix-action'

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

test.each([
  ['build', { kind: 'build', variant: 'gpu' }],
  ['start', { kind: 'start', variant: 'gpu' }],
  ['switch', { kind: 'preview-switch', variant: 'gpu' }],
  ['verify', { kind: 'build', variant: 'gpu' }],
] as const)('trying a build again that was part of a %s means that build, whatever was done since', (kind, deed) => {
  const build = { variant: 'gpu', startedAt: 5 }
  const whole = { ...last(kind), startedAt: 4, endedAt: 6 }
  const since: Operation = { ...last('stop'), startedAt: 7, endedAt: 8 }
  expect(buildAgain({ operation: null, history: [since, whole] }, build)).toEqual(deed)
  expect(buildAgain({ operation: { ...whole, endedAt: null }, history: [] }, build)).toEqual(deed)
})

test('trying a build again of which nothing else is known builds its version', () => {
  expect(buildAgain(emptyPanel, { variant: 'gpu', startedAt: 5 })).toEqual({ kind: 'build', variant: 'gpu' })
})

test('trying again with nothing done before only looks again', () => {
  expect(fixAction(emptyPanel, tryAgain).deed).toEqual({ kind: 'check-again' })
})

test('a version that runs beside the wanted one is named with it, so that the other goes on', () => {
  const fix = { kind: 'stop-version', label: 'Stop it', variant: 'cpu', beside: 'gpu' } as const
  expect(fixAction(emptyPanel, fix)).toEqual({ label: 'Stop it', deed: { kind: 'stop-version', variant: 'cpu', beside: 'gpu' } })
})
