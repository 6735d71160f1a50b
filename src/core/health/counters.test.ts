import { expect, test } from 'vitest'
import { readCounters, usedBetween } from './counters'

// As a real engine answered, shortened.
const answer = (read: string, [total, system]: readonly [number, number], rx: number) => ({
  read,
  cpu_stats: { cpu_usage: { total_usage: total }, system_cpu_usage: system, online_cpus: 2 },
  memory_stats: { usage: 5_000_000, limit: 64_000_000, stats: { total_inactive_file: 1_000_000 } },
  networks: { eth0: { rx_bytes: rx, tx_bytes: 126 } },
})
const first = readCounters(answer('2026-03-03T12:00:00Z', [1e9, 100e9], 1000))
const second = readCounters(answer('2026-03-03T12:00:10Z', [6e9, 120e9], 21_000))

test('the use is what was counted between two answers', () => {
  if (!first || !second) throw new Error('not read')
  expect(usedBetween(first, second)).toEqual({
    at: Date.parse('2026-03-03T12:00:10Z'),
    cpu: 0.5,
    memoryBytes: 4_000_000,
    memoryLimitBytes: 64_000_000,
    network: 2000,
  })
})

test('counts of two different runs are no use', () => {
  if (!first || !second) throw new Error('not read')
  expect(usedBetween(second, first)).toBeNull()
})

test('a container that does not run has no counts', () => {
  expect(readCounters({ read: '0001-01-01T00:00:00Z', cpu_stats: {}, memory_stats: {} })).toBeNull()
})

test('a container without a network of its own has no network', () => {
  const counters = readCounters({ ...answer('2026-03-03T12:00:00Z', [1, 1], 0), networks: undefined })
  expect(counters?.networkBytes).toBeNull()
})
