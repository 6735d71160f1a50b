import { readFileSync } from 'node:fs'
import { expect, test } from '../panel'
import { openAsOrdinaryPerson } from '../ordinary-person'

test('a person who may not use Docker is told so, in a window with the real sandbox', async ({ place }) => {
  const { panel, socket } = await openAsOrdinaryPerson(place)
  try {
    const { app, firstRun, page } = panel
    await expect(firstRun.title).toHaveText('Your account may not use Docker')
    await expect(firstRun.looked).toHaveText(['the address in DOCKER_HOST: there, but your account may not use it'])
    await expect(firstRun.looked).toHaveAttribute('title', `unix://${socket}`)
    await expect(page.getByRole('region', { name: 'Give me access' })).toBeVisible()

    const renderer = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
    const status = readFileSync(`/proc/${renderer}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(status).not.toMatch(/^Uid:\s+0\b/m)
  } finally {
    await panel.app.close()
  }
})
