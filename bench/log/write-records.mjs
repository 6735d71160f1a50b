import { closeSync, openSync, writeSync } from 'node:fs'

const LINE = 100
const BATCH = 5000
const STEP = `sha256:${'5'.repeat(64)}`
const at = '2026-01-01T00:00:00.000000000Z'

/** The name of the one step that talks. */
export const talkingStep = '[python 2/2] RUN talk'

/** What BuildKit says before and after the output of one step. */
export const begins = `${JSON.stringify({ vertexes: [{ digest: STEP, name: talkingStep, started: at }] })}\n`
export const ends = `${JSON.stringify({ vertexes: [{ digest: STEP, name: talkingStep, started: at, completed: '2026-01-01T00:10:00.000000000Z' }] })}\n`

/** A line of 100 bytes that tells its number; each thousandth says more. */
export function lineOf(number) {
  const words = number % 1000 === 0 ? 'milestone reached' : 'Collecting a package from its origin'
  return `${String(number).padStart(8, '0')} ${words} `.padEnd(LINE - 1, '.') + '\n'
}

/** One record with this output. */
export function recordOf(text) {
  return `{"logs":[{"vertex":"${STEP}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"${at}"}]}\n`
}

/** Writes records of so many lines, one line a record as the engine does it under load, to an open file. */
export function writeRecords(fd, lines) {
  writeSync(fd, begins)
  for (let from = 0; from < lines; from += BATCH) {
    let text = ''
    for (let i = from; i < Math.min(lines, from + BATCH); i += 1) text += recordOf(lineOf(i))
    writeAll(fd, Buffer.from(text))
  }
  writeSync(fd, ends)
}

/** Writes a whole file of records. */
export function writeRecordsFile(path, lines) {
  const fd = openSync(path, 'w')
  writeRecords(fd, lines)
  closeSync(fd)
}

function writeAll(fd, bytes) {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
}
