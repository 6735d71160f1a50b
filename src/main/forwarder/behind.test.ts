import { expect, test } from 'vitest'
import { FORWARDER } from '../../core/project/forwarder'
import type { ContainerFacts } from '../engine/containers'
import { asReached, isCutOff } from './behind'

const container = (service: string, more: Partial<ContainerFacts> = {}): ContainerFacts => ({
  id: service,
  service,
  state: 'running',
  image: 'sha256:1',
  restartPolicy: 'no',
  startedAt: 1,
  finishedAt: null,
  exitCode: 0,
  outOfMemory: false,
  memoryLimitBytes: null,
  restarts: 0,
  health: null,
  published: null,
  publishes: false,
  ...more,
})
const forwarder = container(FORWARDER, { publishes: true, published: { address: '127.0.0.1', port: 8000 } })

test('a version without a port of its own answers where the forwarder does', () => {
  expect(asReached([container('a'), forwarder], null).find((c) => c.service === 'a')?.published).toEqual(forwarder.published)
  expect(asReached([container('a', { state: 'exited' }), forwarder], null).find((c) => c.service === 'a')?.published).toBeNull()
})

test('of two versions that run, the one that was put in front comes first, else the one that has run longer', () => {
  const both = [container('next', { startedAt: 9 }), container('old', { startedAt: 5 })]
  expect(asReached(both, null).map((c) => c.service)).toEqual(['old', 'next'])
  expect(asReached(both, 'next').map((c) => c.service)).toEqual(['next', 'old'])
  expect(asReached([container('next', { state: 'exited' }), container('old')], 'next').map((c) => c.service)).toEqual(['old', 'next'])
})

test('a version is cut off when it has no port of its own and the forwarder does not run', () => {
  expect(isCutOff(container('a'), [forwarder])).toBe(false)
  expect(isCutOff(container('a'), [{ ...forwarder, state: 'exited' }])).toBe(true)
  expect(isCutOff(container('a', { publishes: true }), [])).toBe(false)
})
