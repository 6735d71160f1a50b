import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonFile } from '../files/json-file'
import type { BuildFolder, BuildMeta } from './build-folder'
import { followBuild } from './follow-build'
import { walkOf } from './walk-build'

const vertex = (name: string): string => `${JSON.stringify({ vertexes: [{ digest: name, name }] })}\n`
const output = (step: string, text = 'x\n'): string =>
  `{"logs":[{"vertex":"${step}","stream":1,"data":"${Buffer.from(text).toString('base64')}","timestamp":"2026-01-01T00:00:00Z"}]}\n`

let home = ''
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'walk-'))))
afterEach(() => rmSync(home, { recursive: true }))

let made = 0
/** A build on disk; with the place of another one it stands for what the next panel finds there. */
function folderWith(records: string, place = join(home, String((made += 1)))): BuildFolder {
  mkdirSync(place, { recursive: true })
  const fallback = { id: '', variant: 'a', startedAt: 0, endedAt: null, outcome: null, pid: 0, started: null } as BuildMeta
  const meta = { read: () => fallback, write: () => undefined } as unknown as ReturnType<typeof jsonFile<BuildMeta>>
  appendFileSync(join(place, 'records.jsonl'), records)
  return { id: `${place}-${(made += 1)}`, records: join(place, 'records.jsonl'), errors: join(place, 'errors.log'), meta }
}

const stepsOf = (folder: BuildFolder): readonly string[] =>
  walkOf(folder)
    .known()
    .build.steps.map((step) => step.id)

describe('walking through the records of a build', () => {
  it('goes on where they grow, and leaves a line that is not whole for later', async () => {
    const folder = folderWith(vertex('a') + vertex('é').slice(0, 20))
    await walkOf(folder).on()
    expect(stepsOf(folder)).toEqual(['a'])
    appendFileSync(folder.records, vertex('é').slice(20))
    await walkOf(folder).on()
    expect(stepsOf(folder)).toEqual(['a', 'é'])
  })

  it('gets past a line that is longer than what is read at once', async () => {
    const folder = folderWith(output('a', 'x'.repeat(3_000_000)) + vertex('b'))
    await walkOf(folder).on()
    expect(stepsOf(folder)).toEqual(['b'])
    expect(walkOf(folder).known().index.lastOutput).toEqual({ a: 0 })
  })

  it('takes up what the panel before had kept, and finds again what cannot be read', async () => {
    const first = folderWith(vertex('a') + output('a'))
    await walkOf(first).on()
    await walkOf(first).keep()
    const place = join(first.records, '..')
    const second = folderWith('', place)
    expect(walkOf(second).known()).toEqual({ ...walkOf(first).known(), build: { ...walkOf(first).known().build, id: second.id } })
    writeFileSync(join(place, 'walked.json'), '{"steps":')
    const third = folderWith('', place)
    expect(stepsOf(third)).toEqual([])
    await walkOf(third).on()
    expect(stepsOf(third)).toEqual(['a'])
    expect(existsSync(join(place, 'walked.json.part'))).toBe(false)
  })
})

describe('following a build', () => {
  it('tells what is written while it follows, and all of it at the end', async () => {
    const folder = folderWith(vertex('a'))
    const told: (readonly string[])[] = []
    let looks = 0
    for await (const build of followBuild(walkOf(folder), () => (looks += 1) > 3)) {
      told.push(build.steps.map((step) => step.id))
      if (told.length === 1) appendFileSync(folder.records, vertex('b'))
    }
    expect(told[0]).toEqual(['a'])
    expect(told.at(-1)).toEqual(['a', 'b'])
  })

  it('tells late what came too soon after the last telling, although nothing follows', async () => {
    const folder = folderWith(vertex('a'))
    const told: (readonly string[])[] = []
    for await (const build of followBuild(walkOf(folder), () => told.some((steps) => steps.includes('b')))) {
      told.push(build.steps.map((step) => step.id))
      if (told.length === 1) appendFileSync(folder.records, vertex('b'))
    }
    expect(told.at(1)).toEqual(['a', 'b'])
  })
})
