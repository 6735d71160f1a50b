import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followRecords } from './follow-records'

const never = new AbortController().signal
const vertex = (name: string): string => JSON.stringify({ vertexes: [{ digest: name, name }] })
const output = (step: string): string => `{"logs":[{"vertex":"${step}","stream":1,"data":"eAo=","timestamp":"2026-01-01T00:00:00Z"}]}`

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'follow-'))
  path = join(folder, 'records.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function follow(ended: () => boolean): Promise<{ lines: readonly string[]; bytes: number }> {
  let [lines, bytes]: [readonly string[], number] = [[], 0]
  for await (const batch of followRecords(path, ended, never)) {
    lines = [...lines, ...batch.lines]
    bytes = batch.bytes
  }
  return { lines, bytes }
}

describe('following records', () => {
  it('gives what is written while it follows, to the last byte', async () => {
    writeFileSync(path, `${vertex('a')}\n`)
    let looks = 0
    const followed = await follow(() => {
      looks += 1
      if (looks === 2) appendFileSync(path, `${vertex('é')}\n${vertex('unfinished')}`)
      return looks > 2
    })
    expect(followed.lines).toEqual([vertex('a'), vertex('é'), vertex('unfinished')])
  })

  it('says once a batch that a step spoke, however much it said', async () => {
    writeFileSync(path, `${vertex('a')}\n${`${output('a')}\n`.repeat(1000)}`)
    const { lines, bytes } = await follow(() => true)
    expect(lines).toEqual([vertex('a'), '{"logs":[{"vertex":"a"}]}'])
    expect(bytes).toBe(vertex('a').length + 1 + 1000 * (output('a').length + 1))
  })
})
