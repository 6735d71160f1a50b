#!/usr/bin/env node
// Stands in for `docker compose … build` where more lines are wanted than the engine lets through: it tells so many
// records as fast as it can, or at a pace.
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { begins, ends, lineOf, recordOf, writeRecords } from './write-records.mjs'

const [lines, seconds] = process.argv.slice(2).map(Number)
if (seconds === 0) writeRecords(1, lines)
else await atPace()

async function atPace() {
  writeSync(1, begins)
  const began = performance.now()
  for (let done = 0; done < lines;) {
    const due = Math.min(lines, Math.ceil(((performance.now() - began) / 1000 / seconds) * lines))
    let text = ''
    for (; done < due; done += 1) text += recordOf(lineOf(done))
    writeSync(1, text)
    await wait(20)
  }
  writeSync(1, ends)
}
