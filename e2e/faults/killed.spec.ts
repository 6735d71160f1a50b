import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandsWith, hasImage } from '../engine'
import { heldLines, holdBuild } from '../dockerfile'
import { expect, test } from '../panel'

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
