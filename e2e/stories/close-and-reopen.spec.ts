import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hasImage } from '../engine'
import { heldLines, holdBuild } from '../dockerfile'
import { electronPath, ownEnvironment, root, rootFlags } from '../launch'
import { expect, PanelWindow, test } from '../panel'

test('a build goes on without its window, and the next window shows its log from the first byte', async ({ open, place }) => {
  const gate = holdBuild(place)
  const first = await open()
  await first.shell.go('Build')
  await first.build.button(/^Build the .* version$/).click()
  await expect.poll(() => first.build.drawn()).toContain('line 2')
  await first.closeWindow()

  // Starting the panel a second time brings the window of the first back.
  const shown = first.app.waitForEvent('window')
  const second = spawn(electronPath(), [...rootFlags(), root], { env: { ...ownEnvironment(), ...place.env }, stdio: 'ignore' })
  await once(second, 'exit')
  const again = new PanelWindow(first.app, await shown)
  await again.shell.go('Build')
  await expect(again.build.title).toHaveText(/^Building the .* version$/)
  await again.build.show('Everything')
  await expect.poll(() => again.build.drawn()).toMatch(/line 1\b[\s\S]*line 2\b/)

  await gate.release()
  await expect(again.build.title).toHaveText(/^The .* version is built$/, { timeout: 60_000 })
  await expect.poll(() => again.build.drawn()).toContain('past the gate')
  expect(heldLines(await again.build.drawn())).toBeGreaterThan(2)
  expect(await hasImage(`${place.name}:a`)).toBe(true)
})
