import type { Looked } from '../../../src/core/engine/engine'
import type { Problem } from '../../../src/core/failure/failure'
import { explain } from '../../../src/core/failure/explain'
import { emptyPanel } from '../../../src/core/panel/apply-event'
import type { PanelState } from '../../../src/core/panel/panel'
import type { Screen } from '../../../src/renderer/state/ui-store'
import { failed, running } from './build'
import { NOW, base, checks, cpu, ended, gpu, hour, noCard, service, stairs, underWay, usage } from './parts'
import { disk, download, file, otherRuns, port, rolledBack, twoRun, undone, unknown } from './problems'
import { cardStates } from './cards'
import { workScreens } from './work-screens'

interface Shown {
  readonly state: PanelState
  readonly screen?: Screen
  readonly switchTo?: string
  readonly earlierBuild?: string
  readonly refused?: Problem
  readonly messages?: 'open'
  /** The version whose card is explained. */
  readonly card?: string
}

const looked: readonly Looked[] = [
  { what: 'Docker Desktop', where: '/home/anna/.docker/desktop/docker.sock', found: 'not installed', ok: false },
  { what: 'Docker Engine', where: '/var/run/docker.sock', found: 'nothing there', ok: false },
  { what: 'Podman', where: '/run/user/1000/podman/podman.sock', found: 'nothing there', ok: false },
]
const fresh: PanelState = { ...emptyPanel, seq: 1, project: base.project, variants: [{ ...cpu, package: null, secondsPerPhoto: null }, gpu] }
const up: PanelState = {
  ...base,
  app: { kind: 'ready', variant: 'cpu', since: NOW - 8040_000 },
  service,
  checks,
  stairs,
  hour: hour(),
  usage,
  history: [ended('start', 134), ...base.history],
}
const bothBuilt: PanelState = {
  ...up,
  variants: [cpu, { ...gpu, package: { digest: 'sha256:99', bytes: 13_800_000_000, createdAt: NOW - 86_400_000 }, secondsPerPhoto: 1.8 }],
}
const unbuilt: PanelState = { ...fresh, engine: base.engine, app: { kind: 'stopped', at: null, variant: null } }
const failedBuild = { ...failed, outcome: { kind: 'failed', problem: download } } as const
const failedStart = { ...ended('start', 1), outcome: { kind: 'failed', problem: port } } as const

const busy = explain({ kind: 'busy', running: 'build' }, [])

/** Every state of the path, by name. */
export const gallery: Readonly<Record<string, Shown>> = {
  'home-stopped': { state: base },
  'home-ready': { state: up },
  'home-ready-both': { state: bothBuilt },
  'home-searching': { state: { ...emptyPanel, seq: 1 } },
  'home-looking': { state: { ...base, app: { kind: 'unknown' } } },
  'not-built': { state: unbuilt },
  'not-built-no-card': { state: { ...unbuilt, variants: [unbuilt.variants[0] ?? cpu, noCard] } },
  'chosen-blocked': { state: { ...base, variants: [cpu, noCard], settings: { ...base.settings, chosen: 'gpu' } } },
  'home-building': { state: { ...unbuilt, operation: underWay('start', 'build', 727), build: running } },
  'home-ready-building': { state: { ...up, operation: { ...underWay('build', 'build', 727), variant: 'gpu' }, build: { ...running, variant: 'gpu' } } },
  'home-build-failed': {
    state: { ...unbuilt, history: [{ ...ended('build', 1), startedAt: failed.startedAt, outcome: failedBuild.outcome }], build: failedBuild, notice: download },
  },
  'home-starting': { state: { ...base, operation: underWay('start', 'wait-ready', 18), app: { kind: 'starting', variant: 'cpu', since: NOW - 18_000 } } },
  'home-loading': {
    state: {
      ...base,
      operation: underWay('start', 'wait-ready', 38),
      app: { kind: 'loading', variant: 'cpu', since: NOW - 38_000, loaded: 2, total: 4, reasons: [] },
    },
  },
  'home-stopping': { state: { ...up, operation: underWay('stop', 'stop-old', 3) } },
  'home-cancelling': { state: { ...unbuilt, operation: underWay('start', 'cancelling', 2) } },
  'home-switching': {
    state: { ...bothBuilt, app: { kind: 'stopped', at: NOW - 8000, variant: 'cpu' }, operation: { ...underWay('switch', 'stop-old', 8), variant: 'gpu' } },
  },
  'home-rolled-back': {
    state: { ...bothBuilt, notice: rolledBack, history: [{ ...ended('switch', 2), variant: 'gpu', outcome: { kind: 'failed', problem: rolledBack } }] },
  },
  'home-switch-undone': {
    state: { ...bothBuilt, notice: undone, history: [{ ...ended('switch', 2), variant: 'gpu', outcome: { kind: 'failed', problem: undone } }] },
  },
  'home-two-run': {
    state: {
      ...bothBuilt,
      app: { kind: 'ready', variant: 'gpu', since: NOW - 60_000 },
      notice: twoRun,
      history: [{ ...ended('switch', 2), variant: 'gpu', outcome: { kind: 'failed', problem: twoRun } }],
    },
  },
  'home-other-runs': {
    state: { ...bothBuilt, notice: otherRuns, history: [{ ...failedStart, variant: 'gpu', outcome: { kind: 'failed', problem: otherRuns } }, ...base.history] },
  },
  'home-stopped-since': {
    state: {
      ...base,
      app: { kind: 'stopped', at: NOW - 300_000, variant: 'cpu', ending: { kind: 'out-of-memory', limitBytes: 4_000_000_000 } },
      notice: download,
      ranSinceNotice: true,
      history: [{ ...ended('build', 120), variant: 'gpu', outcome: failedBuild.outcome }, ...base.history],
    },
  },
  'home-port-taken': { state: { ...base, notice: port, history: [failedStart, ...base.history] } },
  'home-disk-full': {
    state: { ...base, notice: disk, history: [{ ...failedStart, variant: 'gpu', outcome: { kind: 'failed', problem: disk } }, ...base.history] },
  },
  'home-unknown-error': { state: { ...base, notice: unknown, history: [{ ...failedStart, outcome: { kind: 'failed', problem: unknown } }, ...base.history] } },
  'home-file-error': { state: { ...base, project: { kind: 'unusable', problem: file } } },
  'home-wrong-device': { state: { ...bothBuilt, app: { kind: 'wrong-device', variant: 'gpu', since: NOW - 400_000, used: 'cpu' } } },
  'home-not-answering': {
    state: {
      ...up,
      app: { kind: 'not-answering', variant: 'cpu', since: NOW - 180_000 },
      hour: hour({ 56: 'not-answering', 57: 'not-answering', 58: 'not-answering', 59: 'not-answering' }),
      incidents: [{ at: NOW - 240_000, endedAt: null, text: 'Not answering since 14:36' }],
    },
  },
  'home-crash-loop': { state: { ...base, app: { kind: 'crash-loop', variant: 'cpu', since: NOW - 300_000, restarts: 4, code: 137, outOfMemory: true } } },
  'home-docker-lost': { state: { ...up, engine: { kind: 'lost', since: NOW - 178 * 60_000, silent: false } } },
  'home-docker-off': { state: { ...base, engine: { kind: 'off', looked, at: NOW - 5000, canStart: true } } },
  'engine-missing': { state: { ...fresh, engine: { kind: 'missing', looked, at: NOW - 5000 } } },
  'engine-off': { state: { ...fresh, engine: { kind: 'off', looked, at: NOW - 5000, canStart: true } } },
  'engine-off-by-hand': { state: { ...fresh, engine: { kind: 'off', looked, at: NOW - 5000, canStart: false } } },
  'engine-starting': { state: { ...fresh, engine: { kind: 'starting', since: NOW - 12_000 } } },
  'engine-forbidden': {
    state: {
      ...fresh,
      engine: {
        kind: 'forbidden',
        where: '/var/run/docker.sock',
        looked: looked.map((l) => (l.what === 'Docker Engine' ? { ...l, found: 'there, but not for this account' } : l)),
        at: NOW - 5000,
      },
    },
  },
  'engine-no-compose': { state: { ...fresh, engine: { kind: 'no-compose', version: '28.1.1', looked, at: NOW - 5000 } } },
  building: { state: { ...unbuilt, operation: underWay('start', 'build', 727), build: running }, screen: 'build' },
  'build-failed': {
    state: { ...unbuilt, history: [{ ...ended('build', 1), startedAt: failed.startedAt, outcome: failedBuild.outcome }], build: failedBuild, notice: download },
    screen: 'build',
  },
  checks: { state: up, screen: 'checks' },
  health: { state: up, screen: 'health' },
  'messages-running': { state: up, screen: 'health', messages: 'open' },
  'messages-stopped': { state: base, screen: 'health', messages: 'open' },
  'messages-docker-lost': {
    state: { ...up, app: { kind: 'unknown' }, engine: { kind: 'lost', since: NOW - 178 * 60_000, silent: false } },
    screen: 'health',
    messages: 'open',
  },
  'health-not-stopped': { state: { ...up, operation: { ...underWay('build', 'build', 727), variant: 'gpu' } }, screen: 'health', refused: busy },
  'messages-not-stopped': {
    state: {
      ...base,
      app: { kind: 'crash-loop', variant: 'cpu', since: NOW - 300_000, restarts: 4, code: 137, outOfMemory: true },
      operation: { ...underWay('build', 'build', 727), variant: 'gpu' },
    },
    screen: 'health',
    refused: busy,
    messages: 'open',
  },
  'messages-none': { state: unbuilt, screen: 'health', messages: 'open' },
  'switch-dialog': { state: up, switchTo: 'gpu' },
  settings: { state: up, screen: 'settings' },
  ...cardStates,
  ...workScreens,
}
