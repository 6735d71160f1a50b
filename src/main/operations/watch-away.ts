import { awayOver, type Away, type Look } from '../../core/operation/away'
import { openAsker, whereOf } from '../ask'
import { sleep } from '../sleep'
import type { Tools } from './tools'

const ASK_EVERY_MS = 200
const ANSWER_MS = 2000

/** Asks the app all the time whether it answers, whatever Docker says meanwhile. */
export interface AwayWatch {
  /** What was seen until now. */
  seen(): Away
  /** When it first gave no answer, by `performance.now()`; null when it always did. */
  since(): number | null
  /** Whether Docker itself went away meanwhile. */
  engine(): 'stayed' | 'lost'
  end(): void
}

/** Starts asking at the address where the app answers now; without one nothing can be watched. */
export function watchAway({ app, hub }: Pick<Tools, 'app' | 'hub'>): AwayWatch {
  const from = performance.now()
  const looks: Look[] = []
  const end = new AbortController()
  const base = app.base()
  let engine: 'stayed' | 'lost' = 'stayed'
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'engine' && change.engine.kind === 'lost') engine = 'lost'
  })
  if (base !== null) void keepAsking(base, looks, end.signal)
  return {
    seen: () => awayOver(looks, { from, until: performance.now() }),
    since: () => looks.find(({ answer }) => answer === 'none')?.at ?? null,
    engine: () => engine,
    end: () => (deaf(), end.abort()),
  }
}

async function keepAsking(base: string, looks: Look[], signal: AbortSignal): Promise<void> {
  const ask = openAsker(whereOf(base))
  while (!signal.aborted) {
    const at = performance.now()
    const answered = await ask('/ready', ANSWER_MS, signal).then(
      ({ status }) => status < 500,
      () => false,
    )
    if (!signal.aborted) looks.push({ at, answer: answered ? 'given' : 'none' })
    await sleep(ASK_EVERY_MS, signal)
  }
}
