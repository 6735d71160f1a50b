import { services } from '../engine'
import { expect, test } from '../panel'

const MINUTE = 60_000

test.use({ projectKind: 'bundled' })
// Where the package is not there yet, the one press builds it first.
test.setTimeout(25 * MINUTE)

test('one press starts Facecraft on the processor, and Stop stops it', async ({ open, place }) => {
  const { home, page, shell } = await open()
  await home.choose('Processor')
  await expect(home.version('Processor')).toBeChecked()
  await home.hero.getByRole('button', { name: /^(Start on the processor|Build and start)$/ }).click()

  await expect(home.title).toHaveText('Facecraft is ready', { timeout: 20 * MINUTE })
  expect(await services(place.name, 'running')).toEqual(['facecraft-cpu'])
  const ready = await fetch(`http://127.0.0.1:${place.port}/ready`)
  expect(await ready.json()).toMatchObject({ ready: true })
  await expect(home.hero).toContainText(`localhost:${place.port}`)
  await expect(shell.state).toContainText('Ready')

  await home.press('Stop')
  await expect(home.title).toHaveText('Facecraft is stopped')
  expect(await services(place.name, 'running')).toEqual([])
  expect(await services(place.name, 'exited')).toEqual(['facecraft-cpu'])
  await expect(page.getByRole('radio', { name: 'Processor' })).toBeChecked()
})
