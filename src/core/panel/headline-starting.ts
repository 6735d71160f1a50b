import { about, duration } from '../words/duration'
import { versionName, versionTitle } from '../words/version-name'
import { variantStatus } from './chosen-variant'
import type { Headline } from './headline-words'
import type { PanelState } from './panel'

/** What is said while the app comes up: how long it usually takes, then which models are still missing. */
export function comingUp(state: PanelState, now: number): Pick<Headline, 'pill' | 'task' | 'title' | 'sentence' | 'problem'> {
  const { app } = state
  if (app.kind === 'loading') {
    const { loaded, total } = app
    const models = loaded !== null && total !== null ? `, ${loaded} of ${total} models are loaded` : ''
    return {
      pill: { mark: 'ring', tone: 'work', word: 'Loading models', more: loaded !== null && total !== null ? `${loaded} of ${total}` : null },
      task: null,
      title: 'Facecraft is loading its models',
      sentence: `It answers${models}. ${left(state, app, now)}`,
      problem: null,
    }
  }
  const variant = app.kind === 'starting' ? app.variant : (state.operation?.variant ?? '')
  const since = app.kind === 'starting' ? app.since : (state.operation?.stage?.since ?? now)
  return {
    pill: { mark: 'ring', tone: 'work', word: 'Starting', more: versionTitle(state, variant) },
    task: null,
    title: `Starting on the ${versionName(state, variant)}`,
    sentence: left(state, { variant, since }, now),
    problem: null,
  }
}

function left(state: PanelState, start: { readonly variant: string; readonly since: number }, now: number): string {
  const usual = variantStatus(state, start.variant)?.start.seconds
  const gone = (now - start.since) / 1000
  if (usual === undefined) return `${duration(Math.max(1, Math.floor(gone)))} so far.`
  if (gone > usual) return `Longer than the usual ${duration(usual)}: ${duration(Math.floor(gone))} so far.`
  return `Usually ready in ${duration(usual)}, ${about(Math.max(1, usual - gone))} left.`
}
