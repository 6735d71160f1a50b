import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { config } from '../../core/compose/config'
import { ownEnvironment } from './compose-capped'
import { composePlugin } from './compose-plugin'

const root = join(import.meta.dirname, '../../..')
const settings = mkdtempSync(join(tmpdir(), 'settings-'))

afterAll(() => rmSync(settings, { recursive: true }))

test.runIf(process.platform === 'linux')('the program found says the same as `docker compose`, word for word', async () => {
  const plugin = await composePlugin(ownEnvironment())
  const { args } = config({ folder: root, file: 'docker-compose.yml', name: null }, ['*'])
  const run = (program: string, words: readonly string[]): string => execFileSync(program, words, { cwd: root, encoding: 'utf8' })
  expect(run(plugin ?? '', args.slice(1))).toBe(run('docker', args))
})

test('further places of Docker’s settings come first, and settings that cannot be read leave it to Docker', async () => {
  mkdirSync(join(settings, 'further'))
  writeFileSync(join(settings, 'further/docker-compose'), '', { mode: 0o755 })
  writeFileSync(join(settings, 'config.json'), JSON.stringify({ cliPluginsExtraDirs: [join(settings, 'further')] }))
  expect(await composePlugin({ DOCKER_CONFIG: settings })).toBe(join(settings, 'further/docker-compose'))
  writeFileSync(join(settings, 'config.json'), '{')
  expect(await composePlugin({ DOCKER_CONFIG: settings })).toBeNull()
})
