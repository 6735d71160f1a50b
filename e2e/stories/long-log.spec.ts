import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../place'
import { expect, test } from '../panel'

const LINES = 500_000
const STEP = 'sha256:5'

test('a long log opens at its end, is saved whole without secrets, and leaves nothing where saving is stopped', async ({ open, place }) => {
  addLongBuild(place)
  const saved = join(place.folder, 'saved')
  mkdirSync(saved)
  const { app, build, shell } = await open()
  await shell.go('Build')
  await expect.poll(() => build.drawn()).toContain(lineOf(LINES - 1).trim())

  // The system's own dialog cannot be driven, so it answers by itself.
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(saved, 'build.log'),
  )
  await build.log.getByRole('button', { name: 'Save the whole log' }).click()
  await expect(build.log.getByText(/^Saving \d+ %$/)).toBeVisible()
  await build.log.getByRole('button', { name: 'Stop saving' }).click()
  await expect(build.log.getByText(/^Saving/)).toBeHidden()
  await expect.poll(() => readdirSync(saved)).toEqual([])

  await build.log.getByRole('button', { name: 'Save the whole log' }).click()
  await expect(build.log.getByText('Saved', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(readdirSync(saved)).toEqual(['build.log'])
  const lines = readFileSync(join(saved, 'build.log'), 'utf8').split('\n')
  expect(lines.length).toBe(LINES + 1)
  expect([lines[0], lines[1], lines[LINES - 1]]).toEqual(
    [`#1 ${lineOf(0).replace('hunter22', '…')}`, `#1 ${lineOf(1)}`, `#1 ${lineOf(LINES - 1)}`].map((line) => line.trimEnd()),
  )
})

function lineOf(number: number): string {
  return `${String(number).padStart(8, '0')} ${number % 1000 === 0 ? 'PASSWORD=hunter22' : 'a package from its origin'}\n`
}

/** An ended build, as the panel would find it after a restart. */
function addLongBuild({ home }: Place): void {
  const id = '2026-01-01T00-00-00-000Z-bbbbbb'
  const folder = join(home, 'builds', id)
  mkdirSync(folder, { recursive: true })
  const at = '2026-01-01T00:00:00.000000000Z'
  const file = openSync(join(folder, 'records.jsonl'), 'w')
  writeSync(file, `${JSON.stringify({ vertexes: [{ digest: STEP, name: '[python 2/2] RUN talk', started: at }] })}\n`)
  for (let from = 0; from < LINES; from += 5000) {
    let text = ''
    for (let line = from; line < from + 5000; line++) {
      text += `{"logs":[{"vertex":"${STEP}","stream":1,"data":"${Buffer.from(lineOf(line)).toString('base64')}","timestamp":"${at}"}]}\n`
    }
    writeSync(file, text)
  }
  writeSync(
    file,
    `${JSON.stringify({ vertexes: [{ digest: STEP, name: '[python 2/2] RUN talk', started: at, completed: '2026-01-01T00:10:00.000000000Z' }] })}\n`,
  )
  closeSync(file)
  writeFileSync(join(folder, 'errors.log'), '')
  const meta = { id, variant: 'a', startedAt: Date.parse(at), endedAt: Date.parse(at) + 600_000, outcome: { kind: 'succeeded' }, pid: 1, started: null }
  writeFileSync(join(folder, 'build.json'), JSON.stringify(meta))
}
