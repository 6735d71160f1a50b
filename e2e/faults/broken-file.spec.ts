import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { services } from '../engine'
import { expect, test } from '../panel'

test('a mistake in the project file is named with its line, and once mended the app can be used', async ({ open, place }) => {
  const file = join(place.project, 'docker-compose.yml')
  const right = readFileSync(file, 'utf8')
  const line = right.split('\n').indexOf('    profiles: [b]') + 1
  writeFileSync(file, right.replace('    profiles: [b]', '\tprofiles: [b]'))
  const { home, shell } = await open()

  await expect(home.title).toHaveText('Facecraft cannot be opened')
  await expect(shell.state).toHaveText('File has an error')
  await expect(home.problem).toContainText(`The project file has a mistake in line ${line}`)
  await expect(home.problem).toContainText('Not lost:')
  expect(await services(place.name, 'running')).toEqual([])

  writeFileSync(file, right)
  await home.problem.getByRole('button', { name: 'Check again' }).click()
  await expect(home.title).toHaveText('Facecraft is not built yet')
  await expect(home.problem).toHaveCount(0)
})
