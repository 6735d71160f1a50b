import { expect, test } from 'vitest'
import type { Operation } from './operation'
import { endInterrupted, replay } from './replay'

const began: Operation = { id: 'a', kind: 'start', variant: 'cpu', startedAt: 1, endedAt: null, stage: null, outcome: null }

test('entries tell the operation they were written for', () => {
  const told = replay([
    { type: 'operation-began', operation: began },
    { type: 'operation-stage', id: 'a', stage: 'start', at: 2 },
    { type: 'operation-ended', id: 'a', at: 3, outcome: { kind: 'succeeded' } },
  ])
  expect(told).toEqual({ ...began, endedAt: 3, outcome: { kind: 'succeeded' } })
})

test('an operation that nobody saw end is interrupted at its last stage', () => {
  const told = replay([
    { type: 'operation-began', operation: began },
    { type: 'operation-stage', id: 'a', stage: 'stop-old', at: 7 },
  ])
  expect(told && endInterrupted(told)).toMatchObject({ endedAt: 7, outcome: { kind: 'interrupted' } })
})

test('a file without a beginning tells nothing', () => {
  expect(replay([])).toBeNull()
})
