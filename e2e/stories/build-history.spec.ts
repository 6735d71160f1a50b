import { replaceStep } from '../dockerfile'
import { expect, test } from '../panel'

test('a failed build is tried again, and later shown again as it was, beside the one that worked', async ({ open, place }) => {
  replaceStep(place, 'echo "what the program said"; exit 3')
  const first = await open()
  await first.shell.go('Build')
  await first.build.button(/^Build the .* version$/).click()
  await expect(first.build.problem).toBeVisible({ timeout: 60_000 })

  replaceStep(place, 'echo "well now"', /^RUN echo "what .*$/m)
  await first.build.problem.getByRole('button', { name: /^Try again/ }).click()
  await expect(first.build.title).toHaveText(/^The .* version is built$/, { timeout: 60_000 })
  await expect(first.page.getByText(/^\d+ reused/)).toBeVisible()
  await first.kill()

  const { build, page, shell } = await open()
  await shell.go('Build')
  await expect(build.title).toHaveText(/^The .* version is built$/)
  await build
    .row(/did not work/)
    .getByRole('button', { name: /^Show the build/ })
    .click()
  await expect(build.title).toHaveText(/^Earlier build of the .* version$/)
  await expect(page.getByText(/^It failed today at \d\d:\d\d, after /)).toBeVisible()
  await expect(build.step(/./, 'failed')).toBeVisible()
  await expect(page.getByRole('region', { name: /^The step ".*" did not work/ })).toContainText('Not lost: Finished steps are kept.')
  await expect.poll(() => build.drawn()).toContain('what the program said')
  await expect(build.log.getByText(/^Dockerfile, line \d+$/)).toBeVisible()

  await build
    .row('Built')
    .getByRole('button', { name: /^Compare the step times/ })
    .click()
  const two = page.getByRole('region', { name: 'Step times of two builds' })
  await expect(two.getByRole('row').filter({ hasText: 'not finished' }).first()).toBeVisible()
  await build.button('To the last build').click()
  await expect(build.title).toHaveText(/^The .* version is built$/)
  await expect.poll(() => build.drawn()).toContain('well now')
})
