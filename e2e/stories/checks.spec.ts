import { docker } from '../engine'
import { expect, test } from '../panel'

const CLAIM = 'Does not run as administrator'

test.use({ projectKind: 'bundled' })

test('a single check proves its claim on the real package, with the command and its output as evidence', async ({ open, place }) => {
  const { checks, shell } = await open()
  await shell.go('Checks')
  await checks.turn(CLAIM)
  await checks.runOne.click()

  await expect(checks.evidence.first()).toContainText('whoami', { timeout: 60_000 })
  await expect(checks.evidence.first()).toContainText('appuser')
  await expect(checks.evidence.first()).toContainText('exit 0')
  await expect(checks.row(CLAIM)).toContainText('appuser')
  expect(await docker('run', '--rm', '--network', 'none', '--entrypoint', 'whoami', 'djok/facecraft:cpu')).toBe('appuser')
  // What the check itself started is gone again.
  expect(await docker('ps', '--all', '--quiet', '--filter', `label=com.docker.compose.project=${place.name}`)).toBe('')
})
