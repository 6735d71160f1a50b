import type { CheckResult } from '../../../src/core/check/check'
import type { Minute, ServiceStatus, Stair, Usage } from '../../../src/core/health/health'
import type { Operation, OperationKind, StageName } from '../../../src/core/operation/operation'
import { emptyPanel } from '../../../src/core/panel/apply-event'
import type { PanelState } from '../../../src/core/panel/panel'
import type { Project, VariantStatus } from '../../../src/core/project/project'

/** The moment of every picture. */
export const NOW = new Date(2026, 2, 12, 14, 40).getTime()
const MINUTE = 60_000

/** The project as it comes with the panel. */
export const project: Project = {
  name: 'facecraft',
  folder: '/home/anna/facecraft',
  variants: [
    {
      id: 'cpu',
      kind: 'cpu',
      services: ['facecraft-cpu'],
      main: 'facecraft-cpu',
      image: 'facecraft:cpu',
      dockerfile: 'docker/Dockerfile.cpu',
      port: { address: '127.0.0.1', port: 8000, target: 8000 },
      volumes: ['processed', 'uploads'],
    },
    {
      id: 'gpu',
      kind: 'nvidia',
      services: ['facecraft-gpu'],
      main: 'facecraft-gpu',
      image: 'facecraft:gpu',
      dockerfile: 'docker/Dockerfile.gpu',
      port: { address: '127.0.0.1', port: 8000, target: 8000 },
      volumes: ['processed', 'uploads'],
    },
  ],
}

/** The processor version, built and measured. */
export const cpu: VariantStatus = {
  id: 'cpu',
  hardware: 'AMD Ryzen 7 5800X, 8 cores',
  blocked: null,
  package: { digest: 'sha256:4d2f', bytes: 4_100_000_000, createdAt: NOW - 3 * 86_400_000 },
  secondsPerPhoto: 9.2,
  build: { seconds: 1140, source: 'measured here' },
  start: { seconds: 50, source: 'measured here' },
}

/** The graphics card version, not built yet. */
export const gpu: VariantStatus = {
  id: 'gpu',
  hardware: 'NVIDIA GeForce RTX 3060, 12 GB',
  blocked: null,
  package: null,
  secondsPerPhoto: null,
  build: { seconds: 1500, source: 'shipped guess' },
  start: { seconds: 40, source: 'shipped guess' },
}

/** A computer without a usable graphics card. */
export const noCard: VariantStatus = { ...gpu, hardware: 'No NVIDIA card', blocked: 'No NVIDIA card found' }

/** An operation under way, begun some seconds ago. */
export function underWay(kind: OperationKind, stage: StageName, seconds = 20): Operation {
  const since = NOW - seconds * 1000
  return { id: 'op-9', kind, variant: 'cpu', startedAt: since - 3000, endedAt: null, stage: { name: stage, since }, outcome: null }
}

/** An operation that ended well. */
export function ended(kind: OperationKind, minutesAgo: number): Operation {
  const at = NOW - minutesAgo * MINUTE
  return { id: `op-${kind}-${minutesAgo}`, kind, variant: 'cpu', startedAt: at - 48_000, endedAt: at, stage: null, outcome: { kind: 'succeeded' } }
}

/** What the service says of itself. */
export const service: ServiceStatus = {
  version: '1.0.0',
  device: { requested: 'cpu', used: 'cpu', name: 'AMD Ryzen 7 5800X', torch: '2.6.0+cpu', cuda: null },
  photos: { done: 61, failed: 0, secondsPerPhoto: 9.2 },
  models: ['retinaface', 'landmarks', 'codeformer', 'birefnet'].map((name) => ({ name, sha256: 'a1b2'.repeat(16) })),
  cleanupAgeHours: 0,
  savedPhotos: { count: 214, bytes: 1_200_000_000 },
}

const verdicts: readonly (readonly [CheckResult['check'], CheckResult['verdict'], string])[] = [
  ['project-valid', 'passed', 'Docker can read it'],
  ['image-builds', 'passed', 'Built in 19 min'],
  ['air-gap', 'passed', 'One photo in 11 s'],
  ['not-administrator', 'passed', 'Runs as appuser'],
  ['no-card-code', 'passed', 'None inside'],
  ['answers', 'passed', 'Ready after 48 s'],
  ['gpu-profile', 'needs-a-look', 'Not built yet'],
]

/** The results of the last run of all checks. */
export const checks: readonly CheckResult[] = verdicts.map(([check, verdict, summary]) => ({
  check,
  variant: check === 'gpu-profile' ? 'gpu' : 'cpu',
  verdict,
  summary,
  command: 'docker run --rm --network none facecraft:cpu whoami',
  output: 'appuser',
  exitCode: 0,
  duration: 1840,
  digest: 'sha256:4d2f',
  at: NOW - 42 * MINUTE,
  fix: null,
}))

/** Sixty minutes, ready but for the named ones. */
export function hour(other: Readonly<Record<number, Minute['state']>> = {}): readonly Minute[] {
  return Array.from({ length: 60 }, (_, at) => ({ at: NOW - (60 - at) * MINUTE, state: other[at] ?? 'ready' }))
}

/** The steps of the last start. */
export const stairs: readonly Stair[] = [
  { name: 'started', after: 1200, usual: 1100 },
  { name: 'reachable', after: 36_000, usual: 38_000 },
  { name: 'answering', after: 37_500, usual: 39_000 },
  { name: 'models-loaded', after: 47_800, usual: 49_000 },
  { name: 'first-photo', after: 59_000, usual: 60_000 },
]

/** An hour of use, once a minute. */
export const usage: readonly Usage[] = Array.from({ length: 60 }, (_, at) => ({
  at: NOW - (60 - at) * MINUTE,
  cpu: 0.4 + Math.abs(Math.sin(at / 5)) * 3.1,
  memoryBytes: 2_600_000_000 + Math.round(Math.sin(at / 9) * 300_000_000),
  memoryLimitBytes: 16_000_000_000,
  network: 20_000 + Math.abs(Math.sin(at / 4)) * 400_000,
  diskBytes: 1_200_000_000 + at * 2_000_000,
  card: null,
}))

/** A computer where Docker runs, the processor version is built, and nothing is running. */
export const base: PanelState = {
  ...emptyPanel,
  seq: 1,
  engine: {
    kind: 'running',
    version: '28.1.1',
    compose: '2.35.1',
    where: 'unix:///var/run/docker.sock',
    name: 'Docker Engine',
    freeBytes: 41_000_000_000,
    cores: 8,
    memoryBytes: 33_000_000_000,
    nvidia: true,
  },
  project: { kind: 'usable', project },
  variants: [cpu, gpu],
  app: { kind: 'stopped', at: NOW - 20 * 60 * MINUTE, variant: 'cpu' },
  history: [ended('stop', 20 * 60), ended('start', 23 * 60 + 12), ended('build', 23 * 60 + 20)],
  settings: {
    chosen: 'cpu',
    openWhenReady: true,
    checkAfterBuild: false,
    notifications: true,
    background: false,
    startAtLogin: false,
    appearance: 'light',
    withoutPause: false,
    address: { port: null, who: null },
  },
}
