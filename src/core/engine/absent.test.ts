import { expect, test } from 'vitest'
import { absentEngine, afterSearch } from './absent'
import { engineCandidates } from './candidates'

const nothing = { looked: [], forbidden: null, refused: false, installed: null, at: 1 }

test('a socket without the right to use it is told apart from a missing Docker', () => {
  expect(absentEngine({ ...nothing, forbidden: 'unix:///var/run/docker.sock' }).kind).toBe('forbidden')
  expect(absentEngine(nothing).kind).toBe('missing')
})

test('an installed Docker that does not answer is off and can be started', () => {
  expect(absentEngine({ ...nothing, installed: 'Docker Desktop' })).toMatchObject({ kind: 'off', canStart: true })
  expect(absentEngine({ ...nothing, refused: true })).toMatchObject({ kind: 'off', canStart: false })
})

const ground = { platform: 'linux', home: '/home/p', uid: 1000, runtimeFolder: null, dockerHost: null, context: null }

test('an address in DOCKER_HOST is the only place looked at', () => {
  expect(engineCandidates({ ...ground, dockerHost: 'unix:///x.sock' }).map((c) => c.url)).toEqual(['unix:///x.sock'])
})

test('the current context comes first and no place is looked at twice', () => {
  const urls = engineCandidates({ ...ground, context: { name: 'colima', url: 'unix:///home/p/.colima/default/docker.sock' } }).map((c) => c.url)
  expect(urls[0]).toBe('unix:///home/p/.colima/default/docker.sock')
  expect(new Set(urls).size).toBe(urls.length)
})

test('each platform has its own places', () => {
  expect(engineCandidates({ ...ground, platform: 'win32' }).every((c) => c.url.startsWith('npipe:'))).toBe(true)
  expect(engineCandidates({ ...ground, platform: 'darwin' })[0]?.url).toBe('unix:///home/p/.docker/run/docker.sock')
})

test('a Docker that was told to start is given two minutes, then it is off again and can be started anew', () => {
  const off = absentEngine({ ...nothing, installed: 'Docker Desktop' })
  const starting = { kind: 'starting', since: 0 } as const
  expect(afterSearch(starting, off, 119_000)).toBe(starting)
  expect(afterSearch(starting, off, 121_000)).toBe(off)
})

test('a lost Docker stays lost until it is back', () => {
  const lost = { kind: 'lost', since: 0, silent: false } as const
  expect(afterSearch(lost, absentEngine(nothing), 999_999)).toBe(lost)
})
