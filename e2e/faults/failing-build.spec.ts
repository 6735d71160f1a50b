import { replaceStep } from '../dockerfile'
import { hasImage, services } from '../engine'
import { expect, test } from '../panel'

test('a step that fails is shown in place, with its raw lines and what was not lost', async ({ open, place }) => {
  replaceStep(place, 'echo "what the program said"; exit 3')
  const { build, home, shell } = await open()
  await home.press('Build and start')
  await expect(home.problem).toBeVisible({ timeout: 60_000 })
  await expect(shell.state).toHaveText('Build failed')

  await shell.go('Build')
  await expect(build.title).toHaveText(/^The .* version is not finished$/)
  await expect(build.problem).toContainText(/^The step ".*" did not work/)
  await expect(build.problem).toContainText('Not lost: Finished steps are kept.')
  await build.problem.getByRole('button', { name: 'Show the details' }).click()
  await expect(build.problem).toContainText('exit code: 3')
  await expect.poll(() => build.drawn()).toContain('what the program said')
  await expect(build.step(/./, 'failed')).toBeVisible()
  await expect(build.log.getByText(/^Dockerfile, line \d+$/)).toBeVisible()
  await expect(build.log.getByRole('listitem').filter({ hasText: 'Failed, line' })).toContainText('exit 3')
  expect(await hasImage(`${place.name}:a`)).toBe(false)
  expect(await services(place.name, 'created')).toEqual([])
})
