import { join } from 'node:path'
import { services } from '../engine'
import { engineDoor } from '../engine-proxy'
import { expect, test } from '../panel'

test('without Docker the window says so, where it looked, and notices by itself when Docker appears', async ({ open, place }) => {
  const door = await engineDoor(join(place.folder, 'docker.sock'))
  const { firstRun, home, shell } = await open({ DOCKER_HOST: door.address })
  await expect(firstRun.title).toHaveText(/^(One program is missing: Docker|Docker is off)$/)
  await expect(firstRun.looked).toHaveText(['the address in DOCKER_HOST: not there'])
  await expect(firstRun.looked).toHaveAttribute('title', door.address)

  await firstRun.checkAgain.click()
  await expect(firstRun.checkAgain).toBeEnabled()
  await expect(firstRun.looked).toHaveText(['the address in DOCKER_HOST: not there'])

  await door.open()
  await expect(home.title).toHaveText('Facecraft is not built yet')
  await expect(shell.state).toHaveText('Not built')
  await door.shut()
})

test('an engine that goes away is told from a broken app, and everything is there again when it is back', async ({ open, place }) => {
  await place.compose('up', '--detach', '--build', 'app-a')
  const door = await engineDoor(join(place.folder, 'docker.sock'))
  await door.open()
  const { home, shell } = await open({ DOCKER_HOST: door.address })
  await expect(home.title).toHaveText('Facecraft is ready')

  await door.shut()
  await expect(home.title).toHaveText('Docker stopped answering')
  await expect(shell.state).toHaveText('Docker lost')

  await door.open()
  await expect(home.title).toHaveText('Facecraft is ready')
  expect(await services(place.name, 'running')).toEqual(['app-a'])
  await door.shut()
})
