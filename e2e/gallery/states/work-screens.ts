import type { CheckId, CheckResult, Verdict } from '../../../src/core/check/check'
import { explain } from '../../../src/core/failure/explain'
import type { Problem } from '../../../src/core/failure/failure'
import type { PanelState } from '../../../src/core/panel/panel'
import type { Screen } from '../../../src/renderer/state/ui-store'
import { NOW, base, checks, cpu, ended, gpu, hour, noCard, service, stairs, underWay, usage } from './parts'
import { builds } from './earlier-builds'
import { download } from './problems'
import { brokenBuild, cardBuild, doneBuild, longBuild, quietBuild } from './work-builds'

interface Shown {
  readonly state: PanelState
  readonly screen?: Screen
  readonly switchTo?: string
  readonly earlierBuild?: string
  readonly refused?: Problem
}

const up: PanelState = {
  ...base,
  app: { kind: 'ready', variant: 'cpu', since: NOW - 8040_000 },
  service,
  checks: checks.slice(0, 6),
  stairs,
  hour: hour(),
  usage,
  dockerSays: { health: { word: 'healthy', since: NOW - 7980_000 }, restartPolicy: 'unless-stopped' },
  history: [ended('start', 134), ...base.history],
}
const builtCard = { ...gpu, package: { digest: 'sha256:9c31', bytes: 13_800_000_000, createdAt: NOW - 86_400_000 }, secondsPerPhoto: 1.8 }
const card: PanelState = {
  ...up,
  variants: [cpu, builtCard],
  app: { kind: 'ready', variant: 'gpu', since: NOW - 36 * 60_000 },
  service: {
    ...service,
    device: { requested: 'cuda', used: 'cuda', name: 'NVIDIA GeForce RTX 3060', torch: '2.6.0', cuda: '12.1' },
    photos: { done: 48, failed: 0, secondsPerPhoto: 2.1 },
  },
  hour: hour({ 22: 'away', 23: 'loading' }),
  usage: usage
    .filter((_, at) => at < 22 || at > 23)
    .map((one, at) => ({ ...one, card: { busy: at % 9 < 3 ? 71 : 2, memoryBytes: 4_600_000_000, memoryLimitBytes: 12_884_901_888 } })),
  incidents: [{ at: NOW - 26 * 60_000, endedAt: NOW - 26 * 60_000 + 2000, text: 'Started again by Docker: it ran out of memory (limit 4 GB)' }],
  day: Array.from({ length: 96 }, (_, at) => ({ at: NOW - (96 - at) * 900_000, state: at < 30 ? 'unknown' : at === 95 ? 'loading' : 'ready' }) as const),
  device: {
    variant: 'gpu',
    at: NOW - 120_000,
    driver: { kind: 'cards', cards: [{ name: 'NVIDIA GeForce RTX 3060', driver: '560.35', memoryBytes: 12 * 2 ** 30, memoryUsedBytes: 0, busy: 0 }] },
    container: { kind: 'saw', cards: ['NVIDIA GeForce RTX 3060'] },
    photo: { kind: 'watched', before: 0, busiest: 71, at: NOW },
  },
}
const gone: PanelState = {
  ...up,
  app: { kind: 'unknown' },
  service: null,
  stairs: stairs.map((one) => (one.name === 'first-photo' ? { ...one, after: null } : one)),
  hour: hour({ 56: 'unknown', 57: 'unknown', 58: 'unknown', 59: 'unknown' }),
  usage: usage.slice(0, -4),
}
const forwarded: PanelState = { ...up, settings: { ...up.settings, withoutPause: true }, side: { way: 'forwarder', freeMemory: 8_200_000_000 } }
const none: PanelState = { ...base, variants: [{ ...cpu, package: null, secondsPerPhoto: null }, gpu], history: [], checks: [] }
const broken = { ...brokenBuild, endedAt: NOW - 49_000, outcome: { kind: 'failed', problem: download } } as const
const log = 'docker run --rm --network none facecraft:gpu whoami'

function found(check: CheckId, verdict: Verdict, ...[summary, more]: [string, Partial<CheckResult>?]): CheckResult {
  return {
    check,
    variant: 'gpu',
    verdict,
    summary,
    command: log,
    output: 'appuser',
    exitCode: 0,
    duration: 1300,
    digest: 'sha256:9c31',
    at: NOW - 34 * 60_000,
    fix: null,
    ...more,
  }
}

const rebuild = {
  label: 'Build again',
  explains: 'Makes the package anew from the project’s own files; what runs goes on until it is done.',
  does: { kind: 'build' },
} as const
const deleteLine = {
  label: 'Copy the correction',
  explains: 'Delete line 1 of docker-compose.yml; Docker ignores it.',
  does: { kind: 'copy', text: 'docker-compose.yml:1: version: "3.8"' },
} as const

const cardChecks: readonly CheckResult[] = [
  found('project-valid', 'passed', 'Yes'),
  found('gpu-profile', 'passed', 'Asks for a card'),
  found('image-builds', 'passed', '14 steps, 14 reused'),
  found('air-gap', 'failed', 'No photo came out', {
    exitCode: 1,
    output: 'urllib.error.URLError: <urlopen error [Errno -3] Temporary failure in name resolution>\nnames looked up, all refused: huggingface.co',
    fix: rebuild,
  }),
  found('no-version-key', 'needs-a-look', 'Line 1 is outdated', {
    command: "grep -n '^version:' docker-compose.yml",
    output: '1:version: "3.8"',
    digest: null,
    fix: deleteLine,
  }),
  found('not-administrator', 'passed', 'Runs as appuser'),
  found('answers', 'could-not-run', 'Docker did not answer', { command: '' }),
]

/** The states of Build, Checks, Health and the switch, by name. */
export const workScreens: Readonly<Record<string, Shown>> = {
  'build-card': {
    screen: 'build',
    state: { ...up, operation: { ...underWay('build', 'build', 727), variant: 'gpu' }, build: cardBuild, builds },
  },
  'build-quiet': { screen: 'build', state: { ...up, operation: underWay('build', 'build', 727), build: quietBuild } },
  'build-long': { screen: 'build', state: { ...up, operation: underWay('build', 'build', 727), build: longBuild } },
  'build-stopping': { screen: 'build', state: { ...up, operation: underWay('build', 'cancelling', 3), build: cardBuild } },
  'build-broken': { screen: 'build', state: { ...none, build: broken, history: [{ ...ended('build', 1), outcome: broken.outcome }] } },
  'build-broken-refused': {
    screen: 'build',
    state: { ...none, build: broken, operation: underWay('verify', 'check', 12), history: [{ ...ended('build', 1), outcome: broken.outcome }] },
    refused: explain({ kind: 'busy', running: 'verify' }, []),
  },
  'build-done': { screen: 'build', state: { ...up, build: doneBuild, builds } },
  'build-earlier': { screen: 'build', state: { ...up, build: doneBuild, builds }, earlierBuild: 'work-broken' },
  'build-earlier-lost': { screen: 'build', state: { ...up, operation: underWay('build', 'build', 727), build: cardBuild, builds }, earlierBuild: 'work-lost' },
  'build-cancelled': { screen: 'build', state: { ...up, build: { ...brokenBuild, endedAt: NOW - 49_000, outcome: { kind: 'cancelled' } } } },
  'build-starting': {
    screen: 'build',
    state: { ...none, operation: underWay('build', 'build', 2), build: { ...cardBuild, variant: 'cpu', startedAt: NOW - 2000, steps: [], logBytes: 0 } },
  },
  'build-none': { screen: 'build', state: none },
  'checks-none': { screen: 'checks', state: none },
  'checks-all': { screen: 'checks', state: { ...up, checks: checks.slice(0, 6), history: [ended('verify', 42), ...up.history] } },
  'checks-running': {
    screen: 'checks',
    state: {
      ...card,
      operation: { ...underWay('verify', 'checks', 30), variant: 'gpu' },
      checking: [{ variant: 'gpu', check: 'air-gap' }],
      checks: [...checks.slice(0, 6), ...cardChecks.slice(0, 3)],
    },
  },
  'checks-failed': { screen: 'checks', state: { ...card, checks: [...checks.slice(0, 6), ...cardChecks] } },
  'checks-stale': { screen: 'checks', state: { ...up, checks: checks.slice(0, 6).map((c) => ({ ...c, digest: 'sha256:old' })) } },
  'health-card': { screen: 'health', state: card },
  'health-starting': {
    screen: 'health',
    state: {
      ...up,
      service: null,
      app: { kind: 'loading', variant: 'cpu', since: NOW - 38_000, loaded: 2, total: 4, reasons: [] },
      stairs: stairs.map((s, at) => (at < 2 ? s : { ...s, after: null })),
      hour: hour({ 58: 'away', 59: 'loading' }),
      usage: usage.slice(-2),
    },
  },
  'health-sick': {
    screen: 'health',
    state: {
      ...card,
      app: { kind: 'not-answering', variant: 'gpu', since: NOW - 180_000 },
      hour: hour({ 0: 'unknown', 1: 'unknown', 2: 'unknown', 30: 'away', 31: 'loading', 57: 'not-answering', 58: 'not-answering', 59: 'not-answering' }),
      incidents: [{ at: NOW - 180_000, endedAt: null, text: 'Does not answer' }],
    },
  },
  'health-wrong-device': { screen: 'health', state: { ...card, app: { kind: 'wrong-device', variant: 'gpu', since: NOW - 400_000, used: 'cpu' }, service } },
  'health-stopped': {
    screen: 'health',
    state: { ...up, app: { kind: 'stopped', at: NOW - 60 * 60_000, variant: 'cpu' }, service: null, hour: hour({ 58: 'away', 59: 'away' }), usage: [] },
  },
  'health-cut-off': { screen: 'health', state: { ...forwarded, app: { kind: 'not-answering', variant: 'cpu', since: NOW - 20_000, cutOff: true } } },
  'health-docker-hung': { screen: 'health', state: { ...gone, engine: { kind: 'lost', since: NOW - 4 * 60_000, silent: true } } },
  'health-docker-lost': { screen: 'health', state: { ...gone, engine: { kind: 'lost', since: NOW - 4 * 60_000, silent: false } } },
  'health-docker-off': { screen: 'health', state: { ...gone, engine: { kind: 'off', looked: [], at: NOW, canStart: true } } },
  'health-never': { screen: 'health', state: none },
  'switch-now': { state: { ...up, variants: [cpu, builtCard] }, switchTo: 'gpu' },
  'switch-no-pause': { state: { ...forwarded, variants: [cpu, builtCard] }, switchTo: 'gpu' },
  'switch-no-pause-builds': { state: forwarded, switchTo: 'gpu' },
  'switch-pause-once': { state: { ...forwarded, variants: [cpu, builtCard], side: { way: 'own port', freeMemory: 8_200_000_000 } }, switchTo: 'gpu' },
  'switch-pause-memory': { state: { ...forwarded, variants: [cpu, builtCard], side: { way: 'forwarder', freeMemory: 1_900_000_000 } }, switchTo: 'gpu' },
  'switch-under-way': { state: { ...forwarded, operation: { ...underWay('switch', 'start-beside', 9), variant: 'gpu' } } },
  'settings-no-pause': { state: forwarded, screen: 'settings' },
  'switch-blocked': { state: { ...up, variants: [cpu, noCard] }, switchTo: 'gpu' },
  'switch-photos': {
    state: { ...up, service: { ...service, cleanupAgeHours: 24 }, engine: { ...base.engine, freeBytes: 6_200_000_000 } as PanelState['engine'] },
    switchTo: 'gpu',
  },
}
