import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../panel'

test('a fault in the panel itself is told in words and written down, and the panel goes on', async ({ open, place }) => {
  const panel = await open()
  await expect(panel.home.title).toBeVisible()
  const told = await panel.app.evaluate(({ dialog }) => {
    const shown = new Promise<string>((resolve) => {
      dialog.showMessageBox = ((options: Electron.MessageBoxOptions) => {
        resolve(`${options.message} ${options.detail}`)
        return Promise.resolve({ response: 1, checkboxChecked: false })
      }) as typeof dialog.showMessageBox
    })
    setTimeout(() => {
      throw new Error('asked to go wrong')
    }, 0)
    return shown
  })
  expect(told).toMatch(/^Something in this panel went wrong Facecraft itself runs in Docker and goes on/)
  expect(readFileSync(join(place.home, 'faults.log'), 'utf8')).toMatch(/^\d{4}-\S+Z Error: asked to go wrong\n/)
  await panel.shell.go('Health')
  await expect(panel.page.getByRole('heading', { name: 'Health' })).toBeVisible()
})

test('a page whose process died comes back with what it showed', async ({ open }) => {
  const panel = await open()
  const title = 'Facecraft is not built yet'
  await expect(panel.home.title).toHaveText(title)
  await panel.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  // Asked of a page that is just dying, the question is never answered.
  const read = (): Promise<unknown> =>
    panel.app.evaluate(({ BrowserWindow }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`document.querySelector('#content h2')?.textContent`),
        new Promise((resolve) => setTimeout(resolve, 1000)),
      ]),
    )
  await expect.poll(read, { timeout: 30_000 }).toBe(title)
})
