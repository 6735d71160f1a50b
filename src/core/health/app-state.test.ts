import { expect, test } from 'vitest'
import type { Variant } from '../project/project'
import { appState, type ContainerSeen, type ProbeSeen, type Seen } from './app-state'
import type { Deaths } from './deaths'
import type { ServiceStatus } from './health'

const cpu: Variant = { id: 'cpu', kind: 'cpu', services: ['a'], main: 'a', image: 'a', dockerfile: null, port: null, volumes: [] }
const gpu: Variant = { ...cpu, id: 'gpu', kind: 'nvidia', services: ['b'], main: 'b' }
const running: ContainerSeen = {
  id: 'x',
  service: 'a',
  state: 'running',
  startedAt: 100,
  finishedAt: null,
  exitCode: 0,
  outOfMemory: false,
  memoryLimitBytes: null,
  restarts: 0,
}
const silent: ProbeSeen = { health: 'refused', ready: false, loaded: null, total: null, reasons: [] }
const ready: ProbeSeen = { ...silent, health: 'ok', ready: true }
const nothing = { deaths: new Map(), wasReady: false, removed: null, lost: null, closed: null }
const seen: Seen = { variants: [cpu, gpu], containers: [running], probe: null, status: null, ...nothing, before: { kind: 'unknown' }, now: 1000 }
const onCpu = { device: { used: 'cpu' } } as ServiceStatus
const died = (code: number): Deaths => new Map([['x', { asked: null, memory: false, last: { kind: 'itself', code } }]])

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

test('what was ready and does not answer is not answering since the first miss, with what it says itself', () => {
  const before = { kind: 'not-answering', variant: 'cpu', since: 700 } as const
  expect(appState({ ...seen, wasReady: true, probe: silent })).toEqual({ kind: 'not-answering', variant: 'cpu', since: 1000 })
  expect(appState({ ...seen, wasReady: true, before, probe: silent })).toEqual(before)
  expect(appState({ ...seen, wasReady: true, before, probe: { ...silent, health: 'ok', reasons: ['a model is missing'] } })).toEqual({
    ...before,
    reasons: ['a model is missing'],
  })
})

test('what somebody asked to end need not answer on its way there, but not for ever', () => {
  const before = { kind: 'ready', variant: 'cpu', since: 100 } as const
  const deaths: Deaths = new Map([['x', { asked: 500, memory: false, last: null }]])
  expect(appState({ ...seen, wasReady: true, before, deaths, probe: silent })).toEqual(before)
  expect(appState({ ...seen, wasReady: true, before, deaths, probe: silent, now: 100_000 }).kind).toBe('not-answering')
})

test('what Docker started again after an end of its own is starting, with the reason', () => {
  const containers = [{ ...running, restarts: 1 }]
  expect(appState({ ...seen, containers, deaths: died(1), probe: silent })).toEqual({
    kind: 'starting',
    variant: 'cpu',
    since: 100,
    again: { kind: 'itself', code: 1 },
  })
  expect(appState({ ...seen, containers, deaths: died(1), probe: ready })).toEqual({ kind: 'ready', variant: 'cpu', since: 100 })
})

test('a container that Docker keeps restarting is a crash loop with its reason', () => {
  const containers = [{ ...running, state: 'restarting', restarts: 4, exitCode: 137, outOfMemory: true, memoryLimitBytes: 64_000_000 }]
  expect(appState({ ...seen, containers })).toMatchObject({
    kind: 'crash-loop',
    variant: 'cpu',
    since: 1000,
    restarts: 4,
    code: 137,
    outOfMemory: true,
    ending: { limitBytes: 64_000_000 },
  })
})

test('between two of its restarts a crash loop keeps the reason of the last end', () => {
  const containers = [{ ...running, restarts: 3 }]
  expect(appState({ ...seen, containers, deaths: died(3), probe: silent })).toMatchObject({ kind: 'crash-loop', code: 3, ending: { kind: 'itself', code: 3 } })
})

test('an app that was started again often and is ready since is no crash loop when it misses an answer', () => {
  expect(appState({ ...seen, containers: [{ ...running, restarts: 5 }], wasReady: true, probe: silent }).kind).toBe('not-answering')
})

test('a paused container is paused, whatever the last answer was', () => {
  expect(appState({ ...seen, containers: [{ ...running, state: 'paused' }], wasReady: true, probe: silent })).toEqual({
    kind: 'paused',
    variant: 'cpu',
    since: 1000,
  })
})

test('without a running container the app is stopped, since the last one ended', () => {
  const containers = [
    { ...running, state: 'exited', finishedAt: 500 },
    { ...running, id: 'y', service: 'b', state: 'exited', finishedAt: 700, exitCode: 1 },
  ]
  expect(appState({ ...seen, containers })).toEqual({ kind: 'stopped', at: 700, variant: 'gpu', ending: { kind: 'itself', code: 1 } })
  expect(appState({ ...seen, containers: [] })).toEqual({ kind: 'stopped', at: null, variant: null })
})

test('an app that was restarted often before anybody watched is no crash loop until it fails to answer', () => {
  const containers = [{ ...running, restarts: 5 }]
  expect(appState({ ...seen, containers }).kind).toBe('starting')
  expect(appState({ ...seen, containers, probe: silent }).kind).toBe('crash-loop')
  const before = { kind: 'crash-loop', variant: 'cpu', since: 700, restarts: 4, code: 1, outOfMemory: false } as const
  expect(appState({ ...seen, containers, before })).toMatchObject({ kind: 'crash-loop', since: 700 })
})

test('what was ready and is only asked anew stays what it was until it answers', () => {
  const before = { kind: 'ready', variant: 'cpu', since: 100 } as const
  expect(appState({ ...seen, wasReady: true, before })).toEqual(before)
  expect(appState({ ...seen, before })).toMatchObject({ kind: 'starting' })
})

test('one that nobody saw ready and that has not answered for longer than any start takes is not answering', () => {
  const late = { ...seen, probe: silent, now: 100 + 901_000 }
  expect(appState(late)).toEqual({ kind: 'not-answering', variant: 'cpu', since: late.now })
  expect(appState({ ...late, containers: [{ ...running, restarts: 5 }] }).kind).toBe('not-answering')
  expect(appState({ ...late, now: 100 + 899_000 }).kind).toBe('starting')
  expect(appState({ ...late, probe: { ...silent, health: 'ok' } }).kind).toBe('loading')
})

test('what somebody else removed, and what went with Docker, is stopped with that reason', () => {
  const gone = { variant: 'cpu', at: 800 }
  expect(appState({ ...seen, containers: [], removed: gone })).toEqual({ kind: 'stopped', at: 800, variant: 'cpu', ending: { kind: 'removed' } })
  expect(appState({ ...seen, containers: [{ ...running, state: 'exited', finishedAt: 900 }], lost: gone })).toEqual({
    kind: 'stopped',
    at: 800,
    variant: 'cpu',
    ending: { kind: 'with-docker' },
  })
})

test('what ran when the panel was last open and does not now stopped unwatched, unless something tells why', () => {
  const exited = { ...running, state: 'exited', finishedAt: 900 }
  const closed = { variant: 'cpu', at: 500 }
  expect(appState({ ...seen, containers: [exited], closed })).toEqual({ kind: 'stopped', at: 900, variant: 'cpu', ending: { kind: 'unwatched' } })
  const asked: Deaths = new Map([['x', { asked: null, memory: false, last: { kind: 'asked' } }]])
  expect(appState({ ...seen, containers: [exited], closed, deaths: asked })).toMatchObject({ ending: { kind: 'asked' } })
  expect(appState({ ...seen, containers: [{ ...exited, exitCode: 3 }], closed })).toMatchObject({ ending: { kind: 'itself', code: 3 } })
  expect(appState({ ...seen, containers: [exited] })).not.toHaveProperty('ending')
})
