import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { services } from '../engine'
import { expect, test } from '../panel'
import { askSteadily } from '../../bench/lib/steady-client.mjs'

// From the first moment of the new version to the last of the old one; how long depends on the computer.
const AFTER_MS = [0, 2000, 4000]

for (const after of AFTER_MS) {
  test(`a panel killed ${after} ms into a switch without a pause leaves the app answering, and the next panel leaves one version`, async ({ open, place }) => {
    await place.compose('build', 'app-a', 'app-b')
    writeFileSync(join(place.home, 'settings.json'), JSON.stringify({ openWhenReady: false, withoutPause: true }))
    const first = await open()
    await first.home.hero.getByRole('button', { name: /^Start/ }).click()
    await expect(first.home.title).toHaveText('Facecraft is ready')

    const client = askSteadily(`http://127.0.0.1:${place.port}/ready`)
    await first.page.getByRole('button', { name: 'Switch', exact: true }).click()
    await first.switch.agree('Switch now')
    await expect(first.shell.task).toContainText('Switching')
    await first.page.waitForTimeout(after)
    await first.kill()

    const next = await open()
    await expect(next.home.title).toHaveText('Facecraft is ready')
    await expect.poll(() => services(place.name, 'running')).toHaveLength(2)
    expect((await services(place.name, 'running')).filter((name) => name.startsWith('app-'))).toHaveLength(1)
    await expect.poll(() => services(place.name, 'created')).toEqual([])
    const { failed, answered } = client.stop()
    expect(failed).toEqual([])
    expect(answered).toBeGreaterThan(50)
  })
}
