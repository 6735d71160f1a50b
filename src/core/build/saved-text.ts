import { withoutSecrets } from '../check/secret-words'
import type { LogChunk } from './build'

/** The text of a log as it is saved: whole lines, each with the number of its step, without secrets. */
export interface SavedText {
  /** What the next chunks add; the beginning of a line waits for its end, so that no secret is cut in two. */
  add(chunks: readonly LogChunk[]): string
  end(): string
}

const LONGEST_LINE = 1 << 20
/** So much of a line that is too long to wait for stays behind: longer than any secret. */
const KEPT_END = 16_384

/** Begins with nothing said yet. */
export function createSavedText(): SavedText {
  const steps = new Map<string, StepText>()
  // The step whose line was given in part.
  let open: StepText | null = null

  const give = (step: StepText, text: string): string => {
    // Two steps never share a line, so one that is too long is broken where another step speaks.
    const broken = open !== null && open !== step ? '\n' : ''
    const goesOn = open === step
    open = text.endsWith('\n') ? null : step
    return broken + text.replace(/^/gm, (_, at: number) => (at === text.length || (at === 0 && goesOn) ? '' : `#${step.number} `))
  }
  const add = (step: StepText, text: string): string => {
    const all = step.waiting + text
    const cut = all.lastIndexOf('\n') + 1
    step.waiting = all.slice(cut)
    const lines = cut === 0 ? '' : give(step, withoutSecrets(all.slice(0, cut)))
    if (step.waiting.length <= LONGEST_LINE) return lines
    // What was removed at the end is removed again, whatever follows it.
    const clean = withoutSecrets(step.waiting)
    const end = beforeHalf(clean, clean.length - KEPT_END)
    step.waiting = clean.slice(end)
    return lines + give(step, clean.slice(0, end))
  }
  const end = (step: StepText): string => {
    const rest = withoutSecrets(step.waiting)
    step.waiting = ''
    return rest === '' && open !== step ? '' : give(step, `${rest}\n`)
  }
  return {
    add(chunks) {
      let out = ''
      for (const chunk of chunks) {
        const step = steps.get(chunk.step) ?? { number: chunk.number, waiting: '' }
        steps.set(chunk.step, step)
        out += chunk.mark === 'error' ? end(step) + add(step, `ERROR: ${chunk.text}\n`) : add(step, chunk.text)
      }
      return out
    },
    end: () => [...steps.values()].map(end).join(''),
  }
}

interface StepText {
  readonly number: number
  /** The beginning of a line that has no end yet, or its end where the line is too long to wait for. */
  waiting: string
}

/** A place in a text that is not inside a character. */
function beforeHalf(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
