import { logText } from '../records/log-text'
import { readRecords, type RecordBytes } from '../records/read-records'

const LINES = 40
// eslint-disable-next-line no-control-regex
const STYLES = /\x1b\[[0-9;?]*[ -/]*[@-~]/g

/** The last lines that these steps wrote, without colours, from the stretch at the end of a records file. */
export function lastOutput(part: RecordBytes, steps: readonly string[]): readonly string[] {
  const texts = new Map<string, string>()
  const rests = new Map<string, string>()
  for (const { record } of readRecords(part).records) {
    if (record.kind === 'other') continue
    for (const log of record.logs) {
      if (!steps.includes(log.vertex)) continue
      const { text, rest } = logText(log, rests.get(log.vertex))
      rests.set(log.vertex, rest)
      texts.set(log.vertex, (texts.get(log.vertex) ?? '') + text)
    }
  }
  return [...texts.values()].flatMap((text) => linesOf(text).slice(-LINES))
}

// A line that was drawn over and over counts as it stood last.
function linesOf(text: string): readonly string[] {
  return text
    .replace(STYLES, '')
    .split('\n')
    .map((line) => line.trimEnd().split('\r').at(-1) ?? '')
    .filter((line) => line.trim() !== '')
}
