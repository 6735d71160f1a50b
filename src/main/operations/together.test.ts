import { expect, test } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { together, type Job } from './together'

const job = (name: string, ms: number, after: readonly string[] = []): Job<string> => ({
  name,
  after,
  async run(tell) {
    tell(`${name} begins`)
    await wait(ms)
    tell(`${name} ends`)
  },
})

async function all(jobs: readonly Job<string>[], limit: number): Promise<readonly string[]> {
  const told: string[] = []
  for await (const one of together(jobs, limit)) told.push(one)
  return told
}

test('tells as it comes, and lets the quick pass the slow', async () => {
  expect(await all([job('slow', 60), job('quick', 5)], 2)).toEqual(['slow begins', 'quick begins', 'quick ends', 'slow ends'])
})

test('never runs more at a time than allowed', async () => {
  expect(await all([job('a', 5), job('b', 5)], 1)).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('what waits for another does not hold up the others', async () => {
  expect(await all([job('first', 40), job('second', 5, ['first']), job('free', 5)], 2)).toEqual([
    'first begins',
    'free begins',
    'free ends',
    'first ends',
    'second begins',
    'second ends',
  ])
})

test('one that fails does not stop the others, and is told at the end', async () => {
  const broken: Job<string> = { name: 'broken', after: [], run: () => Promise.reject(new Error('broke')) }
  const told: string[] = []
  await expect(
    (async () => {
      for await (const one of together([broken, job('b', 5)], 1)) told.push(one)
    })(),
  ).rejects.toThrow('broke')
  expect(told).toEqual(['b begins', 'b ends'])
})
