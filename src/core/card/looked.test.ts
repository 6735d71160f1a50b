import { expect, test } from 'vitest'
import type { CardGround, CardLook, CardWish } from './card'
import { changesBetween, lookedAt } from './looked'

const wish: CardWish = { make: 'nvidia', by: 'add-on', leastDriver: null }
const before: CardGround = {
  system: { family: 'debian', name: 'Debian GNU/Linux 12', inWindows: false },
  cards: [{ make: 'nvidia', name: null, memoryBytes: null }],
  driver: { kind: 'no-driver' },
  files: [],
  addOn: 'absent',
  engine: { product: 'engine', place: 'here', rootless: false, nvidiaRuntime: false, devices: [] },
  probe: { kind: 'not-tried' },
}
const look = (ground: CardGround): CardLook => ({ at: 0, system: ground.system, verdict: { kind: 'unknown' }, looked: lookedAt(wish, ground) })

test('a look names every place and what was found there', () => {
  expect(lookedAt(wish, before).map(({ what, found }) => `${what}: ${found}`)).toEqual([
    'System: Debian GNU/Linux 12',
    'Driver: none',
    'Docker: Docker Engine',
    'NVIDIA’s add-on: not installed',
    'Docker knows: nothing of NVIDIA’s cards',
    'Test package: not tried',
  ])
})

test('a second look tells what changed since the first, and nothing where nothing did', () => {
  expect(changesBetween(look(before), look(before))).toEqual([])
  expect(changesBetween(look(before), look({ ...before, addOn: 'hook' }))).toEqual(['NVIDIA’s add-on: installed (before: not installed)'])
})
