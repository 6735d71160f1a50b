import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandsWith, hasImage } from '../engine'
import { setTimeout as wait } from 'node:timers/promises'
import { heldLines, holdBuild, replaceStep } from '../dockerfile'
import { expect, test } from '../panel'
import type { Place } from '../place'

test('a panel killed during a build finds the build again, still running, with its whole log', async ({ open, place }) => {
  const gate = holdBuild(place)
  const first = await open()
  await first.shell.go('Build')
  await first.build.button(/^Build the .* version$/).click()
  await expect.poll(() => first.build.drawn()).toContain('line 2')
  await first.kill()
  expect(await commandsWith(`-p ${place.name} `)).not.toEqual([])

  const next = await open()
  await next.shell.go('Build')
  await expect(next.build.title).toHaveText(/^Building the .* version$/)
  await next.build.show('Everything')
  await gate.release()
  await expect(next.build.title).toHaveText(/^The .* version is built$/, { timeout: 60_000 })
  expect(await hasImage(`${place.name}:a`)).toBe(true)
  await expect.poll(() => next.build.drawn()).toContain('past the gate')
  expect(heldLines(await next.build.drawn())).toBeGreaterThan(2)
  expect(readdirSync(join(place.home, 'builds'))).toHaveLength(1)
  const [build = ''] = readdirSync(join(place.home, 'builds'))
  expect(JSON.parse(readFileSync(join(place.home, 'builds', build, 'build.json'), 'utf8'))).toMatchObject({ outcome: { kind: 'succeeded' } })
})

const LENGTH_MS = 4500

test('a panel killed at any moment of a build and opened again shows it end as if nothing had happened, with every line', async ({ open, place }) => {
  for (const part of [0, 1, 2]) {
    // Early, in the middle, and about its end.
    const moment = ((part + Math.random()) / 3) * LENGTH_MS
    await test.step(`killed after ${Math.round(moment)} ms`, async () => {
      replaceStep(place, `i=0; until [ $i = 30 ]; do i=$((i+1)); echo "line $i"; sleep 0.1; done; echo "part ${part}"`, /^RUN (for|i=0).*$/m)
      const first = await open()
      await first.shell.go('Build')
      await first.build.button(/^Build (the .* version|again)$/).click()
      await expect(first.build.title).toHaveText(/^Building the .* version$/)
      await wait(moment)
      await first.kill()

      const next = await open()
      await next.shell.go('Build')
      await expect(next.build.title).toHaveText(/^The .* version is built$/, { timeout: 60_000 })
      expect(heldLines(lastLog(place))).toBe(30)
      expect(lastLog(place)).toContain(`part ${part}`)
      expect(readdirSync(join(place.home, 'builds'))).toHaveLength(part + 1)
      await next.kill()
    })
  }
})

// What the command of the last build wrote, as it stands on disk.
function lastLog({ home }: Place): string {
  const [last = ''] = readdirSync(join(home, 'builds')).sort().reverse()
  const records = readFileSync(join(home, 'builds', last, 'records.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  const logs = records.flatMap((line) => (JSON.parse(line) as { logs?: readonly { data: string }[] }).logs ?? [])
  return logs.map((log) => Buffer.from(log.data, 'base64').toString()).join('')
}
