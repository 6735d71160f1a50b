import { assertNever } from '../assert-never'
import type { Operation, StageName } from '../operation/operation'
import { capital } from '../words/count'
import { about, duration } from '../words/duration'
import { versionName, versionTitle } from '../words/version-name'
import { appHeadline } from './headline-app'
import { buildShare } from './build-share'
import { runningVariant, variantStatus } from './chosen-variant'
import type { Action, Headline, Pill } from './headline-words'
import { comingUp } from './headline-starting'
import type { PanelState } from './panel'

/** The headline while something is under way; beside a running app it becomes the second pill. */
export function operationHeadline(state: PanelState, now: number): Headline | null {
  const { operation } = state
  if (!operation) return null
  const said = underWay(state, operation, now)
  const cancel: Action = { label: cancelLabel(operation), deed: { kind: 'cancel', id: operation.id } }
  const primary = null
  if (operation.stage?.name === 'cancelling') return { ...said, primary, secondary: [] }
  if (runningVariant(state) !== null && isBeside(operation)) {
    const beside = { ...appHeadline(state, now), task: said.pill }
    return operation.stage?.name === 'start-beside' ? { ...beside, secondary: [cancel] } : beside
  }
  const messages: readonly Action[] = state.app.kind === 'loading' ? [{ label: 'App messages', deed: { kind: 'show', place: 'messages' } }] : []
  const build: readonly Action[] = operation.stage?.name === 'build' ? [{ label: 'Show the build', deed: { kind: 'show', place: 'build' } }] : []
  return { ...said, primary, secondary: [cancel, ...build, ...messages] }
}

// Of a switch.
const BESIDE: readonly StageName[] = ['check', 'build', 'create', 'start-beside', 'hand-over', 'confirm']

/** True while the app that runs is left alone: it keeps its own headline and its address. */
export function isBeside(operation: Operation): boolean {
  const stage = operation.stage?.name
  if (operation.kind === 'build' || operation.kind === 'verify') return true
  return operation.kind === 'switch' && (stage === undefined || BESIDE.includes(stage))
}

function underWay(state: PanelState, operation: Operation, now: number): Headline {
  const stage = operation.stage?.name ?? 'check'
  const name = versionName(state, operation.variant)
  const gone = `${duration(Math.max(1, Math.floor((now - (operation.stage?.since ?? operation.startedAt)) / 1000)))} so far.`
  switch (stage) {
    case 'cancelling':
      return say(work('Cancelling'), 'Cancelling', 'It ends what it began and leaves the rest as it was.')
    case 'build':
      return building(state, operation, now)
    case 'start-beside':
    case 'hand-over':
      return say(work('Switching', versionTitle(state, operation.variant)), `Switching to the ${name}`, 'Facecraft goes on meanwhile.')
    case 'stop-old':
    case 'wait-port':
      return operation.kind === 'switch'
        ? say(work('Switching', versionTitle(state, operation.variant)), `Switching to the ${name}`, backIn(state, operation))
        : say(work('Stopping'), 'Stopping Facecraft', gone)
    case 'roll-back':
      return say(work('Going back'), 'Going back to the version before', 'It is started again. Nothing is lost.')
    case 'checks':
      return say(work('Checking', versionTitle(state, operation.variant)), `Checking the ${name} version`, gone)
    case 'check':
    case 'create':
    case 'start':
    case 'wait-ready':
    case 'confirm':
      return startingOr(state, operation, now)
    default:
      return assertNever(stage)
  }
}

function startingOr(state: PanelState, operation: Operation, now: number): Headline {
  const name = versionName(state, operation.variant)
  switch (operation.kind) {
    case 'start':
      return { ...comingUp(state, now), primary: null, secondary: [] }
    case 'stop':
      return say(work('Stopping'), 'Stopping Facecraft', 'Usually done in 10 s. Finished photos are on disk.')
    case 'build':
      return building(state, operation, now)
    case 'verify':
      return say(work('Checking', versionTitle(state, operation.variant)), `Checking the ${name} version`, 'Nothing to do.')
    case 'switch':
      return say(work('Switching', versionTitle(state, operation.variant)), `Switching to the ${name}`, backIn(state, operation))
    default:
      return assertNever(operation.kind)
  }
}

function building(state: PanelState, operation: Operation, now: number): Headline {
  const name = versionName(state, operation.variant)
  const title = `Building the ${name} version`
  if (!state.build || state.build.endedAt !== null) return say(work('Building'), title, 'Getting ready.')
  const { percent, left } = buildShare(state, state.build, now)
  const gone = duration(Math.max(1, Math.floor((now - state.build.startedAt) / 1000)))
  const sentence = `${left === null ? `${gone} so far` : `${capital(about(left))} left`}. You can close this window.`
  return say(work('Building', `${percent}%`), title, sentence)
}

function backIn(state: PanelState, operation: Operation): string {
  const seconds = variantStatus(state, operation.variant)?.start.seconds
  return seconds === undefined ? 'Facecraft is away for a moment.' : `Facecraft is back in ${about(seconds)}.`
}

function cancelLabel(operation: Operation): string {
  if (operation.stage?.name === 'build') return 'Stop building'
  if (operation.stage?.name === 'start-beside') return 'Cancel the switch'
  return operation.kind === 'switch' ? 'Go back' : 'Cancel'
}

function work(word: string, more: string | null = null): Pill {
  return { mark: 'ring', tone: 'work', word, more }
}

function say(pill: Pill, title: string, sentence: string): Headline {
  return { pill, task: null, title, sentence, primary: null, secondary: [], problem: null }
}
