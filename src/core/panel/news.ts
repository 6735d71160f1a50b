import type { Operation } from '../operation/operation'
import { duration } from '../words/duration'
import { versionName } from '../words/version-name'
import { fate } from './headline-engine'
import type { PanelState } from './panel'

/** Something that a person who does not look should know; a click on it opens the place. */
export interface News {
  /** What kind of news: at most one of a kind in ten minutes. */
  readonly cause: 'ready' | 'built' | 'build-failed' | 'not-started' | 'switched' | 'switch-failed' | 'silent' | 'wrong-device' | 'docker-lost'
  /** Which occurrence: each is told once. */
  readonly id: string
  readonly title: string
  readonly body: string
  readonly place: 'home' | 'build' | 'health'
}

/** What is known of each cause: the occurrence that was told or seen last, and when one was told last; 0 for never. */
export type Told = Readonly<Partial<Record<News['cause'], { readonly id: string; readonly at: number }>>>

const SILENT_MS = 180_000
const QUIET_MS = 600_000
const SHORT_MS = 10_000

/** The news to tell now, and what is known after that: each occurrence once, one of a cause in ten minutes, and none that somebody sees. */
export function newsToTell(
  state: PanelState,
  { told, inFront, now }: { readonly told: Told; readonly inFront: boolean; readonly now: number },
): { readonly news: readonly News[]; readonly told: Told } {
  const all = newsOf(state, now)
  if (inFront) return { news: [], told: { ...told, ...known(all, ({ cause }) => told[cause]?.at ?? 0) } }
  if (!state.settings.notifications) return { news: [], told }
  const news = all.filter(({ cause, id }) => {
    const before = told[cause]
    return before === undefined || (before.id !== id && now - before.at >= QUIET_MS)
  })
  return { news, told: { ...told, ...known(news, () => now) } }
}

function known(news: readonly News[], at: (one: News) => number): Told {
  return Object.fromEntries(news.map((one) => [one.cause, { id: one.id, at: at(one) }]))
}

/** All news that hold now, told or not. */
export function newsOf(state: PanelState, now: number): readonly News[] {
  const last = state.history[0]
  const ended = last && last.endedAt !== null && now - last.endedAt < SHORT_MS ? operationNews(state, last) : []
  return [...ended, ...stateNews(state, now)]
}

function stateNews(state: PanelState, now: number): readonly News[] {
  const { app, engine } = state
  if (engine.kind === 'lost')
    return [
      {
        cause: 'docker-lost',
        id: String(engine.since),
        title: 'Docker stopped answering',
        body: fate(engine),
        place: 'home',
      },
    ]
  if (app.kind === 'wrong-device') {
    const body = `You chose the ${versionName(state, app.variant)}. Health shows the cause.`
    return [{ cause: 'wrong-device', id: String(app.since), title: 'Facecraft works, but not where you chose', body, place: 'health' }]
  }
  const sick = (app.kind === 'not-answering' || app.kind === 'crash-loop') && now - app.since >= SILENT_MS
  if (!sick) return []
  const title = app.kind === 'crash-loop' ? 'Facecraft keeps stopping' : 'Facecraft does not answer'
  return [
    { cause: 'silent', id: String(app.since), title, body: `For ${duration((now - app.since) / 1000)} now. Finished photos are on disk.`, place: 'health' },
  ]
}

function operationNews(state: PanelState, operation: Operation): readonly News[] {
  const { id, kind, outcome, startedAt, endedAt, variant } = operation
  const name = versionName(state, variant)
  const failed = outcome?.kind === 'failed' ? outcome.problem.title : null
  // What took only a moment was watched by whoever began it.
  if (failed === null && (outcome?.kind !== 'succeeded' || (endedAt ?? 0) - startedAt < SHORT_MS)) return []
  switch (kind) {
    case 'build':
      return [
        failed === null
          ? { cause: 'built', id, title: `The ${name} version is built`, body: 'It is ready to start.', place: 'home' }
          : { cause: 'build-failed', id, title: `The ${name} version is not finished`, body: failed, place: 'build' },
      ]
    case 'start':
      return [
        failed === null
          ? { cause: 'ready', id, title: 'Facecraft is ready', body: `On the ${name}.`, place: 'home' }
          : { cause: 'not-started', id, title: 'Facecraft did not start', body: failed, place: 'home' },
      ]
    case 'switch':
      return [
        failed === null
          ? { cause: 'switched', id, title: 'The switch is done', body: `Facecraft is ready on the ${name}.`, place: 'home' }
          : { cause: 'switch-failed', id, title: 'The switch did not work', body: failed, place: 'home' },
      ]
    default:
      return []
  }
}
