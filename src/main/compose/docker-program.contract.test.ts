import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { config } from '../../core/compose/config'
import { dockerProgram } from './docker-program'
import { childEnvironment } from './run-compose'

const root = join(import.meta.dirname, '../../..')
const settings = mkdtempSync(join(tmpdir(), 'settings-'))

afterAll(() => rmSync(settings, { recursive: true }))

test.runIf(process.platform === 'linux')('the program found says the same as `docker compose`, word for word', () => {
  const { args } = config({ folder: root, file: 'docker-compose.yml', name: null }, ['*'])
  const [program, own] = dockerProgram(args, childEnvironment())
  expect(program).not.toBe('docker')
  const run = (name: string, words: readonly string[]): string => execFileSync(name, words, { cwd: root, encoding: 'utf8' })
  expect(run(program, own)).toBe(run('docker', args))
})

test('what is not for Compose is for Docker itself', () => {
  expect(dockerProgram(['buildx', 'inspect'], childEnvironment())).toEqual(['docker', ['buildx', 'inspect']])
})

test.runIf(process.platform === 'linux')('further places of Docker’s settings come first, and settings that cannot be read leave it to Docker', () => {
  mkdirSync(join(settings, 'further'))
  writeFileSync(join(settings, 'further/docker-compose'), '', { mode: 0o755 })
  writeFileSync(join(settings, 'config.json'), JSON.stringify({ cliPluginsExtraDirs: [join(settings, 'further')] }))
  expect(dockerProgram(['compose', 'version'], { DOCKER_CONFIG: settings })).toEqual([join(settings, 'further/docker-compose'), ['version']])
  writeFileSync(join(settings, 'config.json'), '{')
  expect(dockerProgram(['compose', 'version'], { DOCKER_CONFIG: settings })).toEqual(['docker', ['compose', 'version']])
})
