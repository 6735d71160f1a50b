import { expect, test } from 'vitest'
import { explain } from '../failure/explain'
import { halfDoneSwitch, mayLeaveTwo, settlesWithin } from './half-done'
import type { Operation } from './operation'

const broken: Operation = {
  id: 'a',
  kind: 'switch',
  variant: 'gpu',
  from: 'cpu',
  startedAt: 1,
  endedAt: 2,
  stage: { name: 'stop-old', since: 2 },
  outcome: { kind: 'interrupted' },
}

test('a switch that no panel saw end is half done at its last stage', () => {
  expect(halfDoneSwitch(broken)).toEqual({ from: 'cpu', to: 'gpu', stage: 'stop-old', by: 'panel' })
})

test('a switch in which Docker went away is half done too', () => {
  const problem = explain({ kind: 'engine-lost' }, [])
  expect(halfDoneSwitch({ ...broken, stage: null, outcome: { kind: 'failed', problem } })).toEqual({ from: 'cpu', to: 'gpu', stage: null, by: 'docker' })
})

test('a switch that ended, and anything else that was broken off, is not', () => {
  expect(halfDoneSwitch(undefined)).toBeNull()
  expect(halfDoneSwitch({ ...broken, outcome: { kind: 'succeeded' } })).toBeNull()
  expect(halfDoneSwitch({ ...broken, kind: 'build' })).toBeNull()
  expect(halfDoneSwitch({ ...broken, from: 'gpu' })).toBeNull()
})

test('two versions may run after a switch that was broken off, and after one that could not stop the old version', () => {
  const problem = explain({ kind: 'old-still-runs', old: 'cpu', next: 'gpu' }, [])
  expect(mayLeaveTwo(broken)).toMatchObject({ from: 'cpu', to: 'gpu' })
  expect(mayLeaveTwo({ ...broken, outcome: { kind: 'failed', problem } })).toEqual({ from: 'cpu', to: 'gpu' })
  expect(mayLeaveTwo({ ...broken, outcome: { kind: 'succeeded' } })).toBeNull()
  expect(mayLeaveTwo(undefined)).toBeNull()
})

test('a version that was asked to stop is waited for longer than its own grace', () => {
  expect(settlesWithin('stop-old')).toBeGreaterThan(20)
  expect(settlesWithin('wait-ready')).toBeLessThan(settlesWithin('create'))
})
