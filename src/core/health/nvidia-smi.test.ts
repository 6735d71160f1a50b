import { describe, expect, test } from 'vitest'
import { listedCards, readSmi } from './nvidia-smi'

// Written after the formats that NVIDIA documents and its tools print, for several drivers and cards; none was recorded on a card here.
const MIB = 2 ** 20

describe('a driver that answers', () => {
  test.each([
    [
      'a desktop card, driver 560',
      'NVIDIA GeForce RTX 3060, 560.35.03, 12288, 4710, 68\n',
      { name: 'NVIDIA GeForce RTX 3060', driver: '560.35.03', memoryBytes: 12288 * MIB, memoryUsedBytes: 4710 * MIB, busy: 68 },
    ],
    [
      'an old card without a name prefix, driver 470',
      'GeForce GT 710, 470.256.02, 1998, 12, [Not Supported]\n',
      { name: 'GeForce GT 710', driver: '470.256.02', memoryBytes: 1998 * MIB, memoryUsedBytes: 12 * MIB, busy: null },
    ],
    [
      'a data centre card, driver 535',
      'NVIDIA H100 80GB HBM3, 535.183.01, 81559, 3, 0',
      { name: 'NVIDIA H100 80GB HBM3', driver: '535.183.01', memoryBytes: 81559 * MIB, memoryUsedBytes: 3 * MIB, busy: 0 },
    ],
    [
      'a card cut into parts, which tells no load',
      'NVIDIA A100-SXM4-40GB, 525.147.05, 40960, 37, [N/A]',
      { name: 'NVIDIA A100-SXM4-40GB', driver: '525.147.05', memoryBytes: 40960 * MIB, memoryUsedBytes: 37 * MIB, busy: null },
    ],
    [
      'a card that shares the computer’s memory',
      'NVIDIA GB10, 580.95.05, [N/A], [N/A], 12',
      { name: 'NVIDIA GB10', driver: '580.95.05', memoryBytes: null, memoryUsedBytes: null, busy: 12 },
    ],
    [
      'a card cut into parts, seen by somebody who may not ask for its memory',
      'NVIDIA A100-SXM4-80GB, 535.161.08, [Insufficient Permissions], [Insufficient Permissions], [N/A]\n',
      { name: 'NVIDIA A100-SXM4-80GB', driver: '535.161.08', memoryBytes: null, memoryUsedBytes: null, busy: null },
    ],
    [
      'a workstation card with its units',
      'NVIDIA RTX PRO 6000 Blackwell Workstation Edition, 580.65.06, 97887 MiB, 71977 MiB, 64 %\n',
      { name: 'NVIDIA RTX PRO 6000 Blackwell Workstation Edition', driver: '580.65.06', memoryBytes: 97887 * MIB, memoryUsedBytes: 71977 * MIB, busy: 64 },
    ],
    [
      'a card whose load cannot be read',
      'GeForce RTX 2080 Ti, 442.19, 11264, 6, [Unknown Error]\n',
      { name: 'GeForce RTX 2080 Ti', driver: '442.19', memoryBytes: 11264 * MIB, memoryUsedBytes: 6 * MIB, busy: null },
    ],
    [
      'a warning around the answer',
      'WARNING: infoROM is corrupted at gpu 0000:17:00.0\nTesla V100-SXM2-16GB, 450.80.02, 16160, 0, 0\n',
      { name: 'Tesla V100-SXM2-16GB', driver: '450.80.02', memoryBytes: 16160 * MIB, memoryUsedBytes: 0, busy: 0 },
    ],
    [
      'Windows line ends',
      'NVIDIA GeForce RTX 4070 Laptop GPU, 566.03, 8188, 0, 3\r\n',
      { name: 'NVIDIA GeForce RTX 4070 Laptop GPU', driver: '566.03', memoryBytes: 8188 * MIB, memoryUsedBytes: 0, busy: 3 },
    ],
  ])('%s', (_, output, card) => {
    expect(readSmi({ code: 0, output })).toEqual({ kind: 'cards', cards: [card] })
  })

  test('a warning that ends with a code of its own does not hide the card', () => {
    const output = 'Quadro P4000, 384.130, 8105, 701, 0\nWARNING: infoROM is corrupted at gpu 0000:B3:00.0\n'
    expect(readSmi({ code: 14, output })).toMatchObject({ kind: 'cards', cards: [{ name: 'Quadro P4000' }] })
  })

  test('two cards are two', () => {
    const seen = readSmi({ code: 0, output: 'Tesla P40, 550.54.14, 24576, 0, 0\nNVIDIA RTX A4000, 550.54.14, 16376, 1, 0\n' })
    expect(seen.kind === 'cards' && seen.cards.map((card) => card.name)).toEqual(['Tesla P40', 'NVIDIA RTX A4000'])
  })
})

describe('a driver that does not', () => {
  test.each([
    ['the program is not there', null, '', 'no-driver'],
    [
      'the driver is not loaded',
      9,
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n",
      'no-driver',
    ],
    [
      'the driver was renewed and the computer not started again',
      18,
      'Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 550.90\n',
      'restart-needed',
    ],
    ['no card is in the computer', 6, 'No devices were found\n', 'no-card'],
    ['the card hung', 15, 'Unable to determine the device handle for GPU 0000:01:00.0: GPU is lost.  Reboot the system to recover this GPU\n', 'card-lost'],
    ['the card fell off while it ran', 0, 'NVIDIA GeForce RTX 3080, 535.54.03, 10240, 1, [GPU is lost]\n', 'card-lost'],
    ['the card waits for a reset', 0, 'NVIDIA H100 80GB HBM3, 550.90.07, 81559, 0, [GPU requires reset]\n', 'card-lost'],
    [
      'one of two cards is gone',
      0,
      'Unable to determine the device handle for GPU1: 0000:44:00.0: Unknown Error\nNVIDIA GeForce RTX 2080 Ti, 535.54.03, 11264, 1, 0\n',
      'card-lost',
    ],
    [
      'the driver’s library is missing',
      12,
      "NVIDIA-SMI couldn't find libnvidia-ml.so library in your system. Please make sure that the NVIDIA Display Driver is properly installed and present in your system.\nPlease also try adding directory that contains libnvidia-ml.so to your system PATH.\n",
      'no-driver',
    ],
    [
      'another card has the screen in Windows',
      9,
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running. This can also be happening if non-NVIDIA GPU is running as primary display, and NVIDIA GPU is in WDDM mode.\r\n",
      'no-driver',
    ],
    ['Windows keeps the card from Linux', 255, 'Failed to initialize NVML: GPU access blocked by the operating system\n', 'silent'],
    ['a field that this driver does not know', 2, 'Field "memory.used" is not a valid field to query.\n', 'silent'],
    ['a container lost its card', 255, 'Failed to initialize NVML: Unknown Error\n', 'silent'],
    ['something else came out', 0, 'hello\n', 'silent'],
  ])('%s', (_, code, output, kind) => {
    expect(readSmi({ code, output }).kind).toBe(kind)
  })
})

test('the list of a container names its cards', () => {
  expect(listedCards('GPU 0: NVIDIA GeForce RTX 3060 (UUID: GPU-1c3e)\n  MIG 1g.5gb Device 0: (UUID: MIG-9)\nGPU 1: Tesla T4 (UUID: GPU-2)\n')).toEqual([
    'NVIDIA GeForce RTX 3060',
    'Tesla T4',
  ])
  expect(listedCards('GPU 0: GeForce GT 710 (UUID: N/A)\n')).toEqual(['GeForce GT 710'])
  expect(
    listedCards('GPU 0: A100-PCIE-40GB (UUID: GPU-9d)\n  MIG 4g.20gb     Device  0: (UUID: MIG-GPU-9d/2/0)\n  MIG 1g.5gb      Device  1: (UUID: MIG-7c)\n'),
  ).toEqual(['A100-PCIE-40GB'])
  expect(listedCards('Failed to initialize NVML: Unknown Error')).toEqual([])
})
