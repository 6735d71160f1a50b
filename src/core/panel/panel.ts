import type { Build, BuildStep } from '../build/build'
import type { BuildRow } from '../build/build-row'
import type { CheckResult } from '../check/check'
import type { EngineState } from '../engine/engine'
import type { Problem } from '../failure/failure'
import type { DockerSays } from '../health/docker-says'
import type { DeviceEvidence } from '../health/device'
import type { AppState, Incident, Minute, ServiceStatus, Stair, Usage } from '../health/health'
import type { LockHolder } from '../operation/lock'
import type { Operation, Outcome, StageName } from '../operation/operation'
import type { Address } from '../project/address'
import type { Way } from '../project/forwarder'
import type { Project, VariantStatus } from '../project/project'

/** What a person has set; kept across starts. */
export interface Settings {
  readonly chosen: string | null
  readonly openWhenReady: boolean
  /** Whether all checks run on a version as soon as it was built. */
  readonly checkAfterBuild: boolean
  /** Whether the system tells what happens while nobody looks. */
  readonly notifications: boolean
  /** Whether the panel stays in the tray when its window is closed, where there is a tray. */
  readonly background: boolean
  readonly startAtLogin: boolean
  readonly appearance: 'auto' | 'light' | 'dark'
  /** Whether versions run behind a forwarder, so that a switch need not make anybody wait. */
  readonly withoutPause: boolean
  /** Where the app is to answer instead of what its file says. */
  readonly address: Address
}

/** What a version beside the running one depends on. */
export interface Side {
  readonly way: Way | null
  readonly freeMemory: number | null
}

/** The project as read, or why it cannot be used. */
export type ProjectState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'usable'; readonly project: Project }
  | { readonly kind: 'unusable'; readonly problem: Problem }

/** All that the window shows: a pure function of the numbered events. */
export interface PanelState {
  readonly seq: number
  readonly engine: EngineState
  readonly project: ProjectState
  readonly variants: readonly VariantStatus[]
  readonly app: AppState
  /** The version that runs or ran last, also while nothing is known of the app; null before one was seen. */
  readonly latestVariant: string | null
  readonly service: ServiceStatus | null
  /** What Docker itself says of the running app; null while none runs. */
  readonly dockerSays: DockerSays | null
  readonly operation: Operation | null
  /** Another panel that works on the same project now. */
  readonly otherPanel: LockHolder | null
  readonly history: readonly Operation[]
  readonly build: Build | null
  /** The builds on disk that have ended, newest first. */
  readonly builds: readonly BuildRow[]
  readonly checks: readonly CheckResult[]
  /** The checks that run now. */
  readonly checking: readonly { readonly variant: string; readonly check: CheckResult['check'] }[]
  readonly stairs: readonly Stair[]
  readonly hour: readonly Minute[]
  /** The last day in quarters of an hour. */
  readonly day: readonly Minute[]
  readonly incidents: readonly Incident[]
  /** The last hour, one sample a minute. */
  readonly usage: readonly Usage[]
  /** What was looked at of the card; null before, and for a version without one. */
  readonly device: DeviceEvidence | null
  /** How the running version gets its port, and the bytes of memory that are free; null where that is not known. */
  readonly side: Side
  readonly notice: Problem | null
  /** Whether the app ran at some time since the notice came: its end is then no part of it. */
  readonly ranSinceNotice: boolean
  /** Where the tray or a notification asked the window to go. */
  readonly asked: { readonly place: 'home' | 'build' | 'health'; readonly switchTo: string | null; readonly at: number } | null
  readonly settings: Settings
}

/** One change; events are numbered from 1 and applied in order. */
export type PanelChange =
  | { readonly type: 'engine'; readonly engine: EngineState }
  | { readonly type: 'project'; readonly project: ProjectState }
  | { readonly type: 'variants'; readonly variants: readonly VariantStatus[] }
  | { readonly type: 'app'; readonly app: AppState }
  | { readonly type: 'service'; readonly service: ServiceStatus | null }
  | { readonly type: 'docker-says'; readonly says: DockerSays | null }
  | { readonly type: 'operation-began'; readonly operation: Operation }
  | { readonly type: 'operation-stage'; readonly id: string; readonly stage: StageName; readonly at: number }
  | { readonly type: 'operation-ended'; readonly id: string; readonly at: number; readonly outcome: Outcome }
  | { readonly type: 'other-panel'; readonly otherPanel: LockHolder | null }
  | { readonly type: 'history'; readonly history: readonly Operation[] }
  | { readonly type: 'build'; readonly build: Build | null }
  | { readonly type: 'build-steps'; readonly id: string; readonly steps: readonly BuildStep[]; readonly logBytes: number }
  | { readonly type: 'build-ended'; readonly id: string; readonly at: number; readonly outcome: Outcome }
  | { readonly type: 'builds'; readonly builds: readonly BuildRow[] }
  | { readonly type: 'check-running'; readonly variant: string; readonly check: CheckResult['check'] }
  | { readonly type: 'check-result'; readonly result: CheckResult }
  | { readonly type: 'checks'; readonly checks: readonly CheckResult[] }
  | { readonly type: 'stairs'; readonly stairs: readonly Stair[] }
  | { readonly type: 'hour'; readonly hour: readonly Minute[]; readonly day: readonly Minute[]; readonly incidents: readonly Incident[] }
  | { readonly type: 'usage'; readonly usage: readonly Usage[] }
  | { readonly type: 'device'; readonly device: DeviceEvidence | null }
  | { readonly type: 'side'; readonly side: Side }
  | { readonly type: 'notice'; readonly problem: Problem | null }
  | { readonly type: 'asked'; readonly asked: PanelState['asked'] }
  | { readonly type: 'settings'; readonly settings: Settings }

/** A change with its number. */
export interface PanelEvent {
  readonly seq: number
  readonly change: PanelChange
}
