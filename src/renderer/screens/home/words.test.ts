import { expect, test } from 'vitest'
import type { CheckResult, Verdict } from '../../../core/check/check'
import { emptyPanel } from '../../../core/panel/apply-event'
import type { Project, Variant, VariantStatus } from '../../../core/project/project'
import { lackWords, photoWords, sizeWords } from './card-words'
import { checksWords, openersWords, photosWords } from './row-words'
import { refusal } from './try-photo'

const cpu: Variant = {
  id: 'cpu',
  kind: 'cpu',
  services: [],
  main: 'x',
  image: 'x',
  dockerfile: null,
  port: { address: '127.0.0.1', port: 8000, target: 8000 },
  volumes: [],
}
const status: VariantStatus = {
  id: 'cpu',
  hardware: 'x',
  blocked: null,
  package: { digest: 'x', bytes: 4_100_000_000, createdAt: 1 },
  secondsPerPhoto: 9.2,
  build: { seconds: 1, source: 'shipped guess' },
  start: { seconds: 1, source: 'shipped guess' },
}

test('a measured time and an estimate are never told alike', () => {
  expect(photoWords(status, cpu)).toBe('9.2 s, measured')
  expect(photoWords({ ...status, secondsPerPhoto: null }, cpu)).toBe('about 0.5 s, estimated')
})

test('a package that is there tells its real size, one to build only about how much', () => {
  expect(sizeWords(status, cpu)).toBe('4.1 GB, installed')
  expect(sizeWords({ ...status, package: null }, cpu)).toBe('about 1 GB, to build')
})

test('too little space or memory is said before anything is pressed', () => {
  const engine = { kind: 'running', version: '', compose: '', where: '', name: '', freeBytes: 500_000_000, cores: 2, memoryBytes: 8e9, nvidia: false } as const
  expect(lackWords(engine, { ...status, package: null }, cpu)).toBe('Needs about 1 GB of space, 500 MB are left')
  expect(lackWords(engine, status, cpu)).toBeNull()
  expect(lackWords({ ...engine, freeBytes: null }, { ...status, package: null }, cpu)).toBeNull()
  expect(lackWords({ ...engine, memoryBytes: 400_000_000 }, status, cpu)).toBe('Needs about 700 MB of memory, Docker has 400 MB')
})

test('checks are counted honestly', () => {
  expect(checksWords([])).toBe('Not checked yet')
  expect(checksWords(['passed', 'passed', 'not-applicable'].map(check))).toBe('All 2 passed')
  expect(checksWords(['passed', 'could-not-run'].map(check))).toBe('1 of 2 passed, one needs a look')
})

test('who can open it comes from where it is published', () => {
  const open = (address: string) => {
    const project: Project = { name: 'x', folder: '/x', variants: [{ ...cpu, port: { address, port: 8000, target: 8000 } }] }
    return openersWords({ ...emptyPanel, project: { kind: 'usable', project } }, 'cpu')
  }
  expect([open('127.0.0.1'), open('0.0.0.0')]).toEqual(['Only this computer', 'Everyone on your network'])
})

test('finished photos are counted with their size', () => {
  expect([photosWords({ count: 0, bytes: 0 }), photosWords({ count: 214, bytes: 1_200_000_000 })]).toEqual(['None yet', '214 photos, 1.2 GB'])
})

test('a file that is no photo, or too large, is refused before it is sent', () => {
  expect(refusal({ name: 'letter.pdf', type: 'application/pdf', size: 10 })?.title).toBe('This is not a photo')
  expect(refusal({ name: 'wall.jpg', type: 'image/jpeg', size: 60 * 1024 * 1024 })?.title).toBe('This photo is too large')
  expect(refusal({ name: 'me.jpg', type: 'image/jpeg', size: 5000 })).toBeNull()
})

function check(verdict: string): CheckResult {
  return {
    check: 'air-gap',
    variant: 'cpu',
    verdict: verdict as Verdict,
    summary: '',
    command: '',
    output: '',
    exitCode: 0,
    duration: 1,
    digest: null,
    fix: null,
    at: 1,
  }
}
