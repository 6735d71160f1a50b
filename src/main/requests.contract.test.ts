import { call } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { noDesktop } from './desktop'
import { openPanel } from './panel'
import { answerRequests } from './requests'

const home = mkdtempSync(join(tmpdir(), 'facecraft-contract-'))
const closing = new AbortController()

afterAll(() => {
  closing.abort()
  rmSync(home, { recursive: true })
})

test('a start that is refused leaves the chosen version as it was', async () => {
  process.env['FACECRAFT_PANEL_HOME'] = home
  process.env['DOCKER_HOST'] = `unix://${home}/no-docker`
  const panel = openPanel({ folder: join(import.meta.dirname, '../../e2e/stand-in'), file: 'docker-compose.yml', name: 'fctest' }, closing.signal)
  panel.settings.change({ chosen: 'a' })
  await expect.poll(() => panel.hub.state().project.kind, { timeout: 20_000 }).toBe('usable')
  expect(await call(answerRequests(panel, noDesktop).start, { variant: 'b' })).toMatchObject({ kind: 'refused' })
  expect(panel.hub.state().settings.chosen).toBe('a')
})
