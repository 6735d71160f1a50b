#!/usr/bin/env node
// Stands in for `docker` where more lines are wanted than the engine lets through: it answers `compose … build` with
// records as fast as it can, or at a pace, and hands every other command to the real one.
import { spawnSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { begins, ends, lineOf, recordOf, writeRecords } from './write-records.mjs'

const [bin, settings, ...wishes] = process.argv.slice(2, 6)
const [lines, seconds] = wishes.map(Number)
const args = process.argv.slice(6)
if (args[0] !== 'compose' || !args.includes('build') || !args.includes('json')) {
  const PATH = process.env.PATH.split(':')
    .filter((folder) => folder !== bin)
    .join(':')
  const env = { ...process.env, PATH, DOCKER_CONFIG: settings }
  process.exit(spawnSync('docker', args, { stdio: 'inherit', env }).status ?? 1)
}
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
