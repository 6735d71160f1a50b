import { expect, test } from 'vitest'
import { judgeBuild } from './judge'

const good = { code: 0, failedSteps: [], unfinishedSteps: [], saved: true, after: 'sha256:1' }

test('exit code, records and package together make a success', () => {
  expect(judgeBuild(good)).toEqual({ kind: 'built' })
})

test('exit 0 without a package is no success', () => {
  expect(judgeBuild({ ...good, after: null })).toMatchObject({ kind: 'disagree' })
})

test('exit 0 with a failed step is no success', () => {
  expect(judgeBuild({ ...good, failedSteps: ['RUN x'] })).toMatchObject({ kind: 'disagree' })
})

test('a build that nobody saw end is judged by its records', () => {
  expect(judgeBuild({ ...good, code: null })).toEqual({ kind: 'built' })
  expect(judgeBuild({ ...good, code: null, unfinishedSteps: ['RUN x'] })).toEqual({ kind: 'interrupted' })
  expect(judgeBuild({ ...good, code: null, failedSteps: ['RUN x'] })).toEqual({ kind: 'not-built' })
})

test('a build that nobody saw end was interrupted where its records break off before the package', () => {
  expect(judgeBuild({ ...good, code: null, saved: false })).toEqual({ kind: 'interrupted' })
})

test('any other exit code is a failure', () => {
  expect(judgeBuild({ ...good, code: 17 })).toEqual({ kind: 'not-built' })
})
