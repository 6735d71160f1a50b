import { sleep } from '../../sleep'
import { ask, type Answer } from './http'

const LOOK_EVERY_MS = 150

/** Asks an address until it answers 200 or the seconds are over; gives the last answer. */
export async function until200(url: string, seconds: number, signal: AbortSignal): Promise<Answer> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask(url, {}, signal)
    if (answer.status === 200 || signal.aborted || Date.now() > end) return answer
    await sleep(LOOK_EVERY_MS, signal)
  }
}
