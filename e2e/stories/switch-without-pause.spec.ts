import { services } from '../engine'
import { expect, test } from '../panel'
import { askSteadily } from '../../bench/lib/steady-client.mjs'

test('a switch without a pause is chosen in Settings, previewed, and fails nobody who uses the app meanwhile', async ({ open, place }) => {
  await place.compose('build', 'app-a', 'app-b')
  const panel = await open()
  const { home, page, settings, shell } = panel
  await shell.go('Settings')
  await settings.withoutPause.click()
  await expect(settings.withoutPause).toBeChecked()
  await shell.go('Home')
  await home.hero.getByRole('button', { name: /^Start/ }).click()
  await expect(home.title).toHaveText('Facecraft is ready')
  expect(await services(place.name, 'running')).toEqual(['app-a', 'panel-forwarder'])
  await expect(home.hero).toContainText(`localhost:${place.port}`)

  const client = askSteadily(`http://127.0.0.1:${place.port}/ready`)
  await page.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(panel.switch.box).toContainText('Nobody has to wait')
  await expect(panel.switch.plan).toHaveAccessibleName(/no pause/)
  await panel.switch.agree('Switch now')
  await expect(shell.task).toContainText('Switching')
  await expect(home.title).toHaveText('Facecraft is ready')
  await expect.poll(() => services(place.name, 'running')).toEqual(['app-b', 'panel-forwarder'])
  await expect(home.hero).toContainText(/Facecraft is readyOn the .*b/)
  const { failed, answered } = client.stop()
  expect(failed).toEqual([])
  expect(answered).toBeGreaterThan(50)

  await home.press('Stop')
  await expect(home.title).toHaveText('Facecraft is stopped')
  expect(await services(place.name, 'running')).toEqual([])
  expect(await services(place.name, 'exited')).toEqual(['app-a', 'app-b'])
})
