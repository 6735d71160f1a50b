import { expect, test } from 'vitest'
import { composeEnvironment } from './environment'

test('a secret of the person never reaches a project file, the project’s own settings do', () => {
  const env = composeEnvironment({ PATH: '/bin', AWS_SECRET_ACCESS_KEY: 'canary', FACECRAFT_PUBLISHED_PORT: '8001', DOCKER_HOST: 'unix:///s' }, 'linux')
  expect(JSON.stringify(env)).not.toContain('canary')
  expect(env).toMatchObject({ PATH: '/bin', FACECRAFT_PUBLISHED_PORT: '8001', DOCKER_HOST: 'unix:///s' })
})

test('on macOS the places of Docker’s tools are looked at too', () => {
  expect(composeEnvironment({ PATH: '/bin' }, 'darwin')['PATH']).toBe('/bin:/usr/local/bin:/opt/homebrew/bin:/Applications/Docker.app/Contents/Resources/bin')
})
