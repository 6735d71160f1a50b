import type { CardGround, Family } from '../../../src/core/card/card'
import { explain } from '../../../src/core/failure/explain'
import type { LockHolder } from '../../../src/core/operation/lock'
import type { PanelState } from '../../../src/core/panel/panel'
import { variantStatus } from '../../../src/core/project/variant-status'
import type { VariantStatus } from '../../../src/core/project/project'
import { NOW, base, cpu, ended, hour, project, service } from './parts'

const rtx = { name: 'NVIDIA GeForce RTX 3060', driver: '560.35.03', memoryBytes: 12 * 2 ** 30, memoryUsedBytes: null, busy: null }
const fine: CardGround = {
  system: { family: 'ubuntu', name: 'Ubuntu 24.04.1 LTS', inWindows: false },
  cards: [{ make: 'nvidia', name: null, memoryBytes: null }],
  driver: { kind: 'cards', cards: [rtx] },
  files: [],
  addOn: 'hook',
  engine: { product: 'engine', place: 'here', rootless: false, nvidiaRuntime: true, devices: [] },
  probe: { kind: 'saw', cards: [rtx.name] },
}
const engine = { product: 'engine', place: 'here', rootless: false, nvidiaRuntime: false, devices: [] } as const
const on = (family: Family, name: string): Pick<CardGround, 'system'> => ({ system: { family, name, inWindows: false } })

function status(ground: Partial<CardGround>): VariantStatus {
  const [, gpu = project.variants[0]] = project.variants
  if (!gpu) throw new Error('the project has no version')
  const nothing = { package: null, lastGood: null, memoryBytes: null, secondsPerPhoto: null, buildSeconds: null, startSeconds: null }
  return variantStatus(gpu, { processor: cpu.hardware, card: { ...fine, ...ground }, at: NOW - 5000 }, nothing)
}

function stopped(ground: Partial<CardGround>): PanelState {
  return { ...base, variants: [cpu, status(ground)] }
}

const noAddOn: Partial<CardGround> = { addOn: 'absent', engine, probe: { kind: 'not-tried' } }
const noCard: Partial<CardGround> = { ...noAddOn, driver: { kind: 'no-driver' }, cards: [] }
const noDriver: Partial<CardGround> = { ...noAddOn, driver: { kind: 'no-driver' } }

const anna: LockHolder = { token: 'a1', what: 'switch', variant: 'gpu', since: NOW - 12_000, who: 'anna on desk', host: 'x', pid: 1, began: '1' }
const refused = explain({ kind: 'other-panel', what: 'switch', who: 'anna on desk', seconds: 720, token: 'a1', stuck: 'maybe' }, [])
const folder = explain({ kind: 'other-folder', folder: '/home/anna/Documents/facecraft-copy', consent: 'c1' }, [])
const noGo = explain({ kind: 'no-graphics-card', reason: 'NVIDIA’s add-on for Docker is missing', variant: 'gpu' }, [
  'Driver: 560.35.03',
  'NVIDIA’s add-on: not installed',
])

/** Computers with a card that cannot be used, as it stands on Home and in the steps. */
export const cardStates: Readonly<Record<string, { readonly state: PanelState; readonly card?: string }>> = {
  'card-no-add-on': { state: stopped(noAddOn) },
  'card-chosen-no-add-on': { state: { ...stopped(noAddOn), settings: { ...base.settings, chosen: 'gpu' } } },
  'card-running-no-card': {
    state: { ...stopped(noCard), app: { kind: 'ready', variant: 'cpu', since: NOW - 8040_000 }, service, hour: hour() },
  },
  'card-no-space': { state: { ...stopped({}), engine: { ...(base.engine as Extract<PanelState['engine'], { kind: 'running' }>), freeBytes: 3_100_000_000 } } },
  'card-no-memory': {
    state: { ...stopped({}), engine: { ...(base.engine as Extract<PanelState['engine'], { kind: 'running' }>), memoryBytes: 2_000_000_000 } },
  },
  'other-panel-at-work': { state: { ...base, otherPanel: anna } },
  'other-panel-refused': {
    state: { ...base, notice: refused, history: [{ ...ended('start', 1), outcome: { kind: 'failed', problem: refused } }, ...base.history] },
  },
  'other-folder': { state: { ...base, notice: folder, history: [{ ...ended('start', 1), outcome: { kind: 'failed', problem: folder } }, ...base.history] } },
  'card-start-refused': {
    state: {
      ...stopped(noAddOn),
      notice: noGo,
      history: [{ ...ended('start', 1), variant: 'gpu', outcome: { kind: 'failed', problem: noGo } }, ...base.history],
    },
  },
  'card-two': { state: stopped({ driver: { kind: 'cards', cards: [rtx, { ...rtx, name: 'NVIDIA T4', memoryBytes: 16 * 2 ** 30 }] } }) },
  'card-steps-ubuntu': { state: stopped(noAddOn), card: 'gpu' },
  'card-steps-fedora-driver': { state: stopped({ ...noDriver, ...on('fedora', 'Fedora Linux 41 (Workstation Edition)') }), card: 'gpu' },
  'card-steps-arch': { state: stopped({ ...noAddOn, ...on('arch', 'Arch Linux') }), card: 'gpu' },
  'card-steps-windows': {
    state: stopped({ ...on('windows', 'Windows'), cards: null, engine: { ...engine, product: 'desktop', place: 'machine' }, probe: { kind: 'not-tried' } }),
    card: 'gpu',
  },
  'card-steps-mac': {
    state: stopped({
      ...on('mac', 'macOS'),
      cards: null,
      driver: { kind: 'no-driver' },
      engine: { ...engine, product: 'desktop', place: 'machine' },
      probe: { kind: 'not-tried' },
    }),
    card: 'gpu',
  },
  'card-steps-desktop-linux': {
    state: stopped({ engine: { ...engine, product: 'desktop', place: 'machine' }, probe: { kind: 'not-tried' } }),
    card: 'gpu',
  },
  'card-steps-refused': {
    state: stopped({
      probe: { kind: 'refused', said: 'nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1: cannot open shared object file' },
    }),
    card: 'gpu',
  },
  'card-steps-no-card': { state: stopped(noCard), card: 'gpu' },
  'card-usable': { state: stopped({}), card: 'gpu' },
}
