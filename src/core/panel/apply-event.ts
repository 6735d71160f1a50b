import { assertNever } from '../assert-never'
import type { Build, BuildStep } from '../build/build'
import type { CheckResult } from '../check/check'
import type { Operation } from '../operation/operation'
import { runningVariant } from './chosen-variant'
import type { PanelChange, PanelEvent, PanelState } from './panel'

const HISTORY = 20

/** The state before anything is known. */
export const emptyPanel: PanelState = {
  seq: 0,
  engine: { kind: 'searching', since: 0 },
  project: { kind: 'reading' },
  variants: [],
  app: { kind: 'unknown' },
  latestVariant: null,
  service: null,
  dockerSays: null,
  operation: null,
  otherPanel: null,
  history: [],
  build: null,
  builds: [],
  checks: [],
  checking: [],
  stairs: [],
  hour: [],
  day: [],
  incidents: [],
  usage: [],
  device: null,
  side: { way: null, freeMemory: null },
  notice: null,
  ranSinceNotice: false,
  asked: null,
  settings: {
    chosen: null,
    openWhenReady: true,
    checkAfterBuild: false,
    notifications: true,
    background: false,
    startAtLogin: false,
    appearance: 'auto',
    withoutPause: false,
    address: { port: null, who: null },
  },
}

/** The state after one event; events that are not the next one are for the caller to notice by `seq`. */
export function applyEvent(state: PanelState, event: PanelEvent): PanelState {
  const after = applyChange(state, event.change)
  return { ...after, seq: event.seq, ranSinceNotice: ranSinceNotice(state, after) }
}

function ranSinceNotice(before: PanelState, after: PanelState): boolean {
  if (after.notice === null) return false
  return runningVariant(after) !== null || (before.notice === after.notice && before.ranSinceNotice)
}

function applyChange(state: PanelState, change: PanelChange): PanelState {
  switch (change.type) {
    case 'engine':
      return { ...state, engine: change.engine }
    case 'project':
      return { ...state, project: change.project }
    case 'variants':
      return { ...state, variants: change.variants }
    case 'app':
      return { ...state, app: change.app, latestVariant: ('variant' in change.app ? change.app.variant : null) ?? state.latestVariant }
    case 'service':
      return { ...state, service: change.service }
    case 'docker-says':
      return { ...state, dockerSays: change.says }
    case 'operation-began':
      return { ...state, operation: change.operation, notice: null }
    case 'operation-stage':
      return onOperation(state, change.id, (o) => ({ ...o, stage: { name: change.stage, since: change.at } }))
    case 'operation-ended':
      return endOperation(state, change)
    case 'other-panel':
      return { ...state, otherPanel: change.otherPanel }
    case 'history':
      return { ...state, history: change.history }
    case 'build':
      return { ...state, build: change.build }
    case 'build-steps':
      return onBuild(state, change.id, (b) => ({ ...b, steps: mergeSteps(b.steps, change.steps), logBytes: change.logBytes }))
    case 'build-ended':
      return onBuild(state, change.id, (b) => ({ ...b, endedAt: change.at, outcome: change.outcome }))
    case 'builds':
      return { ...state, builds: change.builds }
    case 'check-running':
      return { ...state, checking: [...without(state.checking, change), { variant: change.variant, check: change.check }] }
    case 'check-result':
      return { ...state, checking: without(state.checking, change.result), checks: withResult(state.checks, change.result) }
    case 'checks':
      return { ...state, checks: change.checks }
    case 'stairs':
      return { ...state, stairs: change.stairs }
    case 'hour':
      return { ...state, hour: change.hour, day: change.day, incidents: change.incidents }
    case 'usage':
      return { ...state, usage: change.usage }
    case 'device':
      return { ...state, device: change.device }
    case 'side':
      return { ...state, side: change.side }
    case 'notice':
      return { ...state, notice: change.problem }
    case 'asked':
      return { ...state, asked: change.asked }
    case 'settings':
      return { ...state, settings: change.settings }
    default:
      return assertNever(change)
  }
}

function onOperation(state: PanelState, id: string, next: (o: Operation) => Operation): PanelState {
  return state.operation?.id === id ? { ...state, operation: next(state.operation) } : state
}

function endOperation(state: PanelState, change: Extract<PanelChange, { type: 'operation-ended' }>): PanelState {
  if (state.operation?.id !== change.id) return state
  const ended: Operation = { ...state.operation, endedAt: change.at, outcome: change.outcome, stage: null }
  return {
    ...state,
    operation: null,
    checking: [],
    history: [ended, ...state.history].slice(0, HISTORY),
    notice: 'problem' in change.outcome ? (change.outcome.problem ?? state.notice) : state.notice,
  }
}

function onBuild(state: PanelState, id: string, next: (b: Build) => Build): PanelState {
  return state.build?.id === id ? { ...state, build: next(state.build) } : state
}

function mergeSteps(steps: readonly BuildStep[], changed: readonly BuildStep[]): readonly BuildStep[] {
  const byId = new Map(changed.map((s) => [s.id, s]))
  const known = steps.map((s) => byId.get(s.id) ?? s)
  const ids = new Set(steps.map((s) => s.id))
  return [...known, ...changed.filter((s) => !ids.has(s.id))]
}

function without(checking: PanelState['checking'], { check, variant }: PanelState['checking'][number]): PanelState['checking'] {
  return checking.filter((c) => c.check !== check || c.variant !== variant)
}

function withResult(checks: readonly CheckResult[], result: CheckResult): readonly CheckResult[] {
  return [...checks.filter((c) => c.check !== result.check || c.variant !== result.variant), result]
}
