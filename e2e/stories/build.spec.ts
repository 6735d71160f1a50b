import { commandsWith, hasImage } from '../engine'
import { holdBuild } from '../dockerfile'
import { expect, test } from '../panel'

test('a build is shown live, ends when it is asked to, and the next one takes up what was finished', async ({ open, place }) => {
  const gate = holdBuild(place)
  const { build, page, shell } = await open()
  await shell.go('Build')
  await build.button(/^Build the .* version$/).click()

  await expect(build.title).toHaveText(/^Building the .* version$/)
  await expect(build.step(/until/, 'running')).toBeVisible()
  await expect.poll(() => build.drawn()).toContain('line 3')
  await expect(build.log.getByText('Following')).toBeVisible()

  await build.button('Stop building').click()
  await expect(build.title).toHaveText(/^You stopped building the .* version$/)
  expect(await commandsWith(`-p ${place.name} `)).toEqual([])
  expect(await hasImage(`${place.name}:a`)).toBe(false)

  await gate.release()
  await build.button('Build again').click()
  await expect(build.title).toHaveText(/^The .* version is built$/, { timeout: 60_000 })
  await expect(page.getByText(/^\d+ reused/)).toBeVisible()
  expect(await hasImage(`${place.name}:a`)).toBe(true)
})
