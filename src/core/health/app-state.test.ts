import { expect, test } from 'vitest'
import type { Variant } from '../project/project'
import { appState, type ContainerSeen, type ProbeSeen, type Seen } from './app-state'
import type { ServiceStatus } from './health'

const cpu: Variant = { id: 'cpu', kind: 'cpu', services: ['a'], main: 'a', image: 'a', dockerfile: null, port: null, volumes: [] }
const gpu: Variant = { ...cpu, id: 'gpu', kind: 'nvidia', services: ['b'], main: 'b' }
const running: ContainerSeen = { service: 'a', state: 'running', startedAt: 100, finishedAt: null, exitCode: 0, outOfMemory: false, restarts: 0 }
const silent: ProbeSeen = { health: 'refused', ready: false, loaded: null, total: null, reasons: [], misses: 1 }
const ready: ProbeSeen = { ...silent, health: 'ok', ready: true, misses: 0 }
const seen: Seen = { variants: [cpu, gpu], containers: [running], probe: null, status: null, before: { kind: 'unknown' }, now: 1000 }
const onCpu = { device: { used: 'cpu' } } as ServiceStatus

test('a running container that does not answer yet is starting, one that answers but is not ready is loading', () => {
  expect(appState({ ...seen, probe: silent })).toEqual({ kind: 'starting', variant: 'cpu', since: 100 })
  expect(appState({ ...seen, probe: { ...silent, health: 'ok', loaded: 2, total: 4 } })).toMatchObject({ kind: 'loading', loaded: 2, total: 4 })
})

test('ready is only what the service itself calls ready', () => {
  expect(appState({ ...seen, probe: ready })).toEqual({ kind: 'ready', variant: 'cpu', since: 100 })
})

test('the graphics card version that computes on the processor is on the wrong device', () => {
  const containers = [{ ...running, service: 'b' }]
  expect(appState({ ...seen, containers, probe: ready, status: onCpu })).toMatchObject({ kind: 'wrong-device', variant: 'gpu', used: 'cpu' })
})

test('one missed answer changes nothing, three in a row do', () => {
  const before = { kind: 'ready', variant: 'cpu', since: 100 } as const
  expect(appState({ ...seen, before, probe: { ...silent, misses: 2 } })).toEqual(before)
  expect(appState({ ...seen, before, probe: { ...silent, misses: 3 } })).toEqual({ kind: 'not-answering', variant: 'cpu', since: 1000 })
})

test('a container that Docker keeps restarting is a crash loop with its reason', () => {
  const containers = [{ ...running, state: 'restarting', restarts: 4, exitCode: 137, outOfMemory: true }]
  expect(appState({ ...seen, containers })).toEqual({ kind: 'crash-loop', variant: 'cpu', since: 1000, restarts: 4, code: 137, outOfMemory: true })
})

test('without a running container the app is stopped, since the last one ended', () => {
  const containers = [
    { ...running, state: 'exited', finishedAt: 500 },
    { ...running, service: 'b', state: 'exited', finishedAt: 700 },
  ]
  expect(appState({ ...seen, containers })).toEqual({ kind: 'stopped', at: 700, variant: 'gpu' })
  expect(appState({ ...seen, containers: [] })).toEqual({ kind: 'stopped', at: null, variant: null })
})
