import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { services } from '../engine'
import { expect, test } from '../panel'

test('a switch hands over to the other version, and one that cannot start gives back what was there', async ({ open, place }) => {
  await place.compose('build', 'app-a', 'app-b')
  await place.compose('up', '--detach', 'app-a')
  const panel = await open()
  const { home, page } = panel
  await expect(home.title).toHaveText('Facecraft is ready')

  const other = page.getByRole('button', { name: 'Switch', exact: true })
  await other.click()
  await expect(panel.switch.title).toHaveText(/^Switch to the .*b.*\?$/)
  await panel.switch.cancel.click()
  await expect(panel.switch.box).toHaveCount(0)
  expect(await services(place.name, 'running')).toEqual(['app-a'])

  await other.click()
  await panel.switch.agree('Switch now')
  await expect.poll(() => services(place.name, 'running')).toEqual(['app-b'])
  await expect(home.hero).toContainText(/Facecraft is readyOn the .*b/)
  expect(await services(place.name, 'exited')).toEqual(['app-a'])

  // From here on the first version ends as soon as it starts.
  await place.compose('rm', '--force', 'app-a')
  writeFileSync(join(place.project, 'server.py'), 'raise SystemExit("asked to end")\n')
  await place.compose('build', 'app-a')
  await other.click()
  await panel.switch.agree('Switch now')
  await expect(home.problem).toContainText('The switch did not work', { timeout: 60_000 })
  await expect(home.problem).toContainText('is back, with all photos')
  await expect(home.hero).toContainText(/Facecraft is readyOn the .*b/)
  expect(await services(place.name, 'running')).toEqual(['app-b'])
  expect(await services(place.name, 'restarting')).toEqual([])
})
