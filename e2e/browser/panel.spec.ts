import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { services } from '../engine'
import { root } from '../launch'
import { expect, test } from './visit'

const MINUTE = 60_000

test('a current browser shows the build live, then the app that it started', async ({ visit, place }) => {
  const { build, home, shell } = await visit()
  await home.press('Build and start')
  await shell.go('Build')
  await expect(build.title).toHaveText(/^The .* version is built$/, { timeout: MINUTE })
  await build.show('Everything')
  await expect.poll(() => build.drawn()).toMatch(/part 1 of 3[\s\S]*part 3 of 3/)

  await shell.go('Home')
  await expect(home.title).toHaveText('Facecraft is ready')
  expect(await services(place.name, 'running')).toEqual(['app-a'])
  await home.press('Stop')
  await expect(home.title).toHaveText('Facecraft is stopped')
  expect(await services(place.name, 'exited')).toEqual(['app-a'])
})

test('without the token, or from another page, there is no line to the requests', async ({ address }) => {
  const { origin, host, hash } = new URL(address)
  const answerTo = (token: string, from: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${host}/rpc?${token}`, { origin: from })
      socket.once('open', () => resolve('opened'))
      socket.once('error', ({ message }) => resolve(message))
      socket.once('open', () => socket.close())
    })
  expect(await answerTo(hash.slice(1), origin)).toBe('opened')
  expect(await answerTo('token=guessed', origin)).toContain('403')
  expect(await answerTo(hash.slice(1), 'http://127.0.0.1:1')).toContain('403')
})

test.describe('on the real app', () => {
  test.use({ projectKind: 'bundled' })

  test('a photo crosses the socket and comes back as a portrait', async ({ visit, place }) => {
    await place.compose('up', '--detach', '--wait', 'facecraft-cpu')
    const { home, page } = await visit()
    await home.tryPhoto(join(root, 'docker/service/tests/photos/astronaut.jpg'))
    await expect(home.portrait).toBeVisible({ timeout: MINUTE })
    await home.tryIt.getByRole('button', { name: 'Save the portrait' }).click()
    await expect(page.getByText(/^Saved as /)).toBeVisible()
    expect(readFileSync(join(place.home, 'saved/astronaut-portrait.png')).toString('latin1', 1, 4)).toBe('PNG')
  })
})
