import { holdBuild } from '../dockerfile'
import { expect, test } from '../panel'

test('a log is followed, left for its earlier lines, searched as a whole, and shown again after a reload', async ({ open, place }) => {
  const gate = holdBuild(place, { before: 'seq -f "early %.0f" 1 400', after: 'seq -f "late %.0f" 1 9000' })
  const { build, page, shell } = await open()
  await shell.go('Build')
  await build.button(/^Build the .* version$/).click()
  await expect.poll(() => build.drawn()).toContain('line 2')
  await page.reload()
  await shell.go('Build')
  await expect(build.title).toHaveText(/^Building the .* version$/)
  await expect.poll(() => build.drawn()).toMatch(/early 400\b[\s\S]*line 1\b/)

  await build.scrollUp(4000)
  await expect(build.log.getByRole('button', { name: /^\d new lines?$/ })).toBeVisible()
  await gate.release()
  const count = build.log.getByRole('button', { name: /^9,0\d\d new lines$/ })
  await expect(count).toBeVisible({ timeout: 60_000 })
  await count.click()
  await expect.poll(() => build.drawn()).toContain('late 9000')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('late 777')
  await expect(build.log.getByText('1 of 11', { exact: true })).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(build.log.getByText('1 of 111', { exact: true })).toBeVisible()
})
