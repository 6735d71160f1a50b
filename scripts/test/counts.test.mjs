import { expect, test } from 'vitest'
import { typeLayers } from '../check/checks.mjs'
import { countPlaywright, countPytest, countVitest, judgeRunner } from './counts.mjs'

test('pytest is read from its own last line', () => {
  expect(countPytest('...\n===== 12 passed, 1 warning in 3.21s =====\n')).toEqual({ passed: 12, failed: 0 })
  expect(countPytest('2 failed, 10 passed, 1 error in 65.02s (0:01:05)')).toEqual({ passed: 10, failed: 3 })
  expect(countPytest('no tests ran in 0.01s')).toEqual({ passed: 0, failed: 0 })
  expect(countPytest('Killed')).toEqual({ passed: 0, failed: 0 })
})

test('a vitest file that cannot be loaded counts as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 })
})

test('a story that passed only at a second try counts as a failure', () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] })).toEqual({ passed: 4, failed: 2 })
})

test('a runner that ran nothing, or crashed without a word, counts as one failure', () => {
  expect(judgeRunner({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(judgeRunner({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 })
  expect(judgeRunner({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 })
  expect(judgeRunner({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 })
})

test('each layer with its own settings has its types checked, the shared base has not', () => {
  expect(typeLayers(['tsconfig.json', 'tsconfig.base.json', 'tsconfig.main.json', 'tsconfig.core.json', 'src'])).toEqual(['core', 'main'])
})
