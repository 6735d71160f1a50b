import { expect, test } from 'vitest'
import type { DeviceEvidence } from './device'
import { cardRungs, type CardKnown } from './rungs'

const card = { name: 'NVIDIA GeForce RTX 3060', driver: '560.35', memoryBytes: 12 * 2 ** 30, memoryUsedBytes: 0, busy: 0 }
const evidence: DeviceEvidence = {
  variant: 'gpu',
  at: 1,
  driver: { kind: 'cards', cards: [card] },
  container: { kind: 'saw', cards: ['NVIDIA GeForce RTX 3060'] },
  photo: { kind: 'watched', before: 0, busiest: 71, at: 1 },
}
const known: CardKnown = { evidence, enginePasses: true, used: 'cuda', cuda: '12.1' }
const signs = (more: Partial<CardKnown>): string =>
  cardRungs({ ...known, ...more })
    .map((rung) => ({ proven: '+', 'not-proven': '.', broken: '-' })[rung.state])
    .join('')
const fixes = (more: Partial<CardKnown>): readonly (string | undefined)[] => cardRungs({ ...known, ...more }).flatMap((rung) => rung.fix ?? [])

test('all five stand when the card worked on a photo', () => {
  expect(cardRungs(known).map((rung) => rung.detail)).toEqual(['560.35', 'Yes', 'RTX 3060', 'CUDA 12.1', '0 to 71%'])
  expect(signs({})).toBe('+++++')
})

test('nothing is claimed before anything was looked at', () => {
  expect(signs({ evidence: null, enginePasses: null, used: null })).toBe('.....')
})

test.each([
  ['no driver', { evidence: { ...evidence, driver: { kind: 'no-driver' } } }, '-++++', /Install NVIDIA’s driver/],
  ['a driver that was renewed', { evidence: { ...evidence, driver: { kind: 'restart-needed', said: '' } } }, '-++++', /Start the computer again/],
  ['Docker without NVIDIA’s add-on', { enginePasses: false }, '+-+++', /Container Toolkit/],
  ['a package that saw none', { evidence: { ...evidence, container: { kind: 'saw-none', said: '' } } }, '++-++', /restart Docker/],
  ['a service on the processor', { used: 'cpu' }, '+++-+', /Restart Facecraft/],
  [
    'a card that did nothing during a photo',
    { evidence: { ...evidence, photo: { kind: 'watched', before: 3, busiest: 4, at: 1 } } },
    '++++-',
    /card did nothing/,
  ],
] as const)('%s breaks its rung, with what helps', (_, more, expected, fix) => {
  expect(signs(more)).toBe(expected)
  expect(fixes(more)).toEqual([expect.stringMatching(fix)])
})

test('of several broken ones the lowest is explained', () => {
  expect(fixes({ used: 'cpu', enginePasses: false })).toEqual([expect.stringMatching(/Container Toolkit/)])
})

test('a Docker that does not say whether it can is no fault where no driver was seen', () => {
  expect(signs({ enginePasses: false, evidence: null, used: null })).toBe('.....')
})
