import { describe, expect, test } from 'vitest'
import { readSmi } from '../health/nvidia-smi'
import type { CardFault, CardGround, CardWish, EngineCards, System } from './card'
import { faultWords } from './card-words'
import { cardVerdict, worthProbing } from './verdict'

// Outputs of nvidia-smi as its documentation and public reports give them; none was recorded on a card here.
const driver = readSmi({ code: 0, output: 'NVIDIA GeForce RTX 3060, 560.35.03, 12288, 4710, 68\n' })
const oldDriver = readSmi({ code: 0, output: 'GeForce GT 710, 470.256.02, 1998, 12, [Not Supported]\n' })
const none = readSmi({ code: null, output: '' })
const renewed = readSmi({ code: 18, output: 'Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 560.35\n' })
const lost = readSmi({ code: 15, output: 'Unable to determine the device handle for GPU0000:01:00.0: GPU is lost.\n' })
const noDevices = readSmi({ code: 6, output: 'No devices were found\n' })
const silent = readSmi({ code: 1, output: '' })
// What the engine here answered to a container that asked for a card.
const SELECT = 'could not select device driver "nvidia" with capabilities: [[gpu utility]]'
const CLI = 'nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1: cannot open shared object file: no such file or directory'

const ubuntu: System = { family: 'ubuntu', name: 'Ubuntu 24.04', inWindows: false }
const windows: System = { family: 'windows', name: 'Windows', inWindows: false }
const mac: System = { family: 'mac', name: 'macOS', inWindows: false }
const plain: EngineCards = { product: 'engine', place: 'here', rootless: false, nvidiaRuntime: false, devices: [] }
const knows: EngineCards = { ...plain, nvidiaRuntime: true }
const card = { make: 'nvidia', name: null, memoryBytes: null } as const
const wish: CardWish = { make: 'nvidia', by: 'add-on', leastDriver: 525 }
const fine: CardGround = { system: ubuntu, cards: [card], driver, files: [], addOn: 'hook', engine: knows, probe: { kind: 'not-tried' } }
const bare = { addOn: 'absent', engine: plain } as const

const faultOf = (ground: Partial<CardGround>, asked: Partial<CardWish> = {}): CardFault | null => {
  const verdict = cardVerdict({ ...wish, ...asked }, { ...fine, ...ground })
  return verdict.kind === 'blocked' ? verdict.fault : null
}

describe('a card that can be used', () => {
  test.each<[string, Partial<CardGround>, Partial<CardWish>, 'seen' | 'expected']>([
    ['with everything in its place it is expected to work', {}, {}, 'expected'],
    ['a test package that saw it proves it', { probe: { kind: 'saw', cards: ['RTX 3060'] } }, {}, 'seen'],
    ['what a test package saw counts more than any sign', { ...bare, probe: { kind: 'saw', cards: ['RTX 3060'] } }, {}, 'seen'],
    ['the add-on’s hook is enough without the runtime', { engine: plain }, {}, 'expected'],
    [
      'Docker Desktop on WSL 2 brings the add-on along',
      { system: windows, cards: null, addOn: 'absent', engine: { ...plain, product: 'desktop', place: 'wsl' } },
      {},
      'expected',
    ],
    ['a version that asks by CDI needs the list only', { ...bare, engine: { ...plain, devices: ['nvidia.com/gpu=all'] } }, { by: 'cdi' }, 'expected'],
    ['a version that maps the files needs the driver only', bare, { by: 'files' }, 'expected'],
    ['an old driver is no fault of a package that does not say what it needs', { driver: oldDriver }, { leastDriver: null }, 'expected'],
    [
      'a Docker on another computer needs no driver here',
      { driver: none, cards: [], addOn: 'absent', engine: { ...knows, place: 'elsewhere' } },
      {},
      'expected',
    ],
    ['an AMD card needs its device file only', { driver: none, files: ['amd'], ...bare }, { make: 'amd', by: 'files' }, 'expected'],
    ['an Intel card needs its render node only', { driver: none, files: ['intel'], ...bare }, { make: 'intel', by: 'files' }, 'expected'],
  ])('%s', (_, ground, asked, proof) => {
    expect(cardVerdict({ ...wish, ...asked }, { ...fine, ...ground })).toEqual({ kind: 'usable', proof })
  })
})

describe('a card that cannot be used is told by its lowest broken rung', () => {
  test.each<[string, Partial<CardGround>, Partial<CardWish>, string]>([
    ['no card', { driver: none, cards: [] }, {}, 'No NVIDIA card found'],
    ['a driver without a card', { driver: noDevices }, {}, 'No NVIDIA card found'],
    ['a card without a driver', { driver: none, ...bare }, {}, 'The NVIDIA card has no driver yet'],
    ['no driver, and no list of devices to look into', { driver: none, cards: null }, {}, 'No NVIDIA driver found'],
    ['a driver renewed in use', { driver: renewed }, {}, 'The card’s driver was renewed, so the computer has to start again'],
    ['a card that hangs', { driver: lost }, {}, 'The card does not answer its driver'],
    ['a driver without an answer', { driver: silent }, {}, 'The card’s driver does not answer'],
    ['a driver too old', { driver: oldDriver }, {}, 'Driver too old: 470, needs 525'],
    [
      'a Mac',
      { system: mac, cards: null, driver: none, engine: { ...plain, product: 'desktop', place: 'machine' } },
      {},
      'Docker on a Mac cannot use graphics cards',
    ],
    ['a Mac without Docker', { system: mac, cards: null, driver: none, engine: null }, {}, 'Docker on a Mac cannot use graphics cards'],
    ['Docker Desktop on Linux', { engine: { ...plain, product: 'desktop', place: 'machine' } }, {}, 'Docker Desktop on Linux cannot use graphics cards'],
    [
      'Docker Desktop without WSL 2',
      { system: windows, engine: { ...plain, product: 'desktop', place: 'machine' } },
      {},
      'Docker uses graphics cards on Windows only with WSL 2',
    ],
    ['another virtual machine', { engine: { ...knows, place: 'machine' } }, {}, 'This Docker runs in a virtual machine without the NVIDIA card'],
    ['Podman', { engine: { ...plain, product: 'podman' } }, {}, 'Podman stands in for Docker here and does not pass the card on'],
    ['no add-on', bare, {}, 'NVIDIA’s add-on for Docker is missing'],
    ['an add-on that Docker was not told of', { addOn: 'tools', engine: plain }, {}, 'Docker does not know NVIDIA’s add-on yet'],
    ['an add-on installed since Docker started', { engine: plain, probe: { kind: 'refused', said: SELECT } }, {}, 'Docker does not know NVIDIA’s add-on yet'],
    [
      'a list of cards, but no add-on, for a version that asks for the add-on',
      { ...bare, engine: { ...plain, devices: ['nvidia.com/gpu=0'] } },
      {},
      'Docker does not know NVIDIA’s add-on yet',
    ],
    ['no list for a version that asks by CDI', { engine: knows }, { by: 'cdi' }, 'Docker has no list of the cards yet'],
    ['a test package that was refused', { probe: { kind: 'refused', said: CLI } }, {}, 'Docker would not pass the card on'],
    ['a test package that saw none', { probe: { kind: 'saw-none', said: '' } }, {}, 'Docker passes the card on, but nothing arrives'],
    ['a Docker elsewhere without the add-on', { addOn: 'absent', engine: { ...plain, place: 'elsewhere' } }, {}, 'NVIDIA’s add-on for Docker is missing'],
    ['no AMD card', { cards: [card] }, { make: 'amd', by: 'files' }, 'No AMD card found'],
    ['an AMD card without a driver', { cards: [{ ...card, make: 'amd' }] }, { make: 'amd', by: 'files' }, 'The AMD card has no driver yet'],
    [
      'an AMD card and Docker in a virtual machine',
      { files: ['amd'], engine: { ...plain, place: 'machine' } },
      { make: 'amd', by: 'files' },
      'This Docker runs in a virtual machine without the AMD card',
    ],
    ['no Intel card', { cards: [] }, { make: 'intel', by: 'files' }, 'No Intel card found'],
  ])('%s', (_, ground, asked, words) => {
    const fault = faultOf(ground, asked)
    expect(fault && faultWords(fault)).toBe(words)
  })
})

test('while no Docker answers, a driver that is fine proves nothing and blocks nothing', () => {
  expect(cardVerdict(wish, { ...fine, engine: null })).toEqual({ kind: 'unknown' })
})

test('a test package runs only where everything else says yes, or where only Docker’s word is missing', () => {
  expect(worthProbing(wish, fine)).toBe(true)
  expect(worthProbing(wish, { ...fine, addOn: 'tools', engine: plain })).toBe(true)
  expect(worthProbing(wish, { ...fine, ...bare })).toBe(false)
  expect(worthProbing(wish, { ...fine, driver: none })).toBe(false)
  expect(worthProbing(wish, { ...fine, engine: null })).toBe(false)
  expect(worthProbing({ ...wish, make: 'amd' }, { ...fine, files: ['amd'] })).toBe(false)
})
