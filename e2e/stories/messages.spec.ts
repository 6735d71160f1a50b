import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type PanelWindow } from '../panel'
import type { Place } from '../place'

const ask = (place: Place, fault: string): Promise<unknown> => fetch(`http://127.0.0.1:${place.port}/fault/${fault}`)
const drawnNumbers = async ({ health }: PanelWindow): Promise<readonly number[]> =>
  [...(await health.drawnMessages()).matchAll(/INFO line (\d+)\s/g)].map(([, number]) => Number(number))

async function openMessages(panel: PanelWindow): Promise<void> {
  await panel.health.open()
  await expect(panel.health.title).toHaveText(/^Well/, { timeout: 60_000 })
  await panel.health.showMessages()
}

test('the messages of the app survive the end of the panel without a doubled or missing line', async ({ open, place }) => {
  await place.compose('build', '--quiet', 'app-a')
  await place.compose('up', '-d', 'app-a')
  const first = await open()
  await openMessages(first)
  await ask(place, 'talk/20')
  await expect.poll(async () => (await drawnNumbers(first)).length).toBeGreaterThan(20)
  await first.kill()

  const second = await open()
  await openMessages(second)
  const before = (await drawnNumbers(second)).length
  await expect.poll(async () => (await drawnNumbers(second)).length).toBeGreaterThan(before + 20)
  await place.compose('stop', '--timeout', '1', 'app-a')
  await expect(second.health.messages.getByText(/stopped just now\. These are its last messages\.$/)).toBeVisible({ timeout: 30_000 })
  const numbers = (await drawnNumbers(second)).toSorted((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, n) => n + 1))
})

test('the messages can be narrowed to warnings and errors, searched, left by the keyboard and saved whole', async ({ open, place }) => {
  await place.compose('build', '--quiet', 'app-a')
  await place.compose('up', '-d', 'app-a')
  const panel = await open()
  await openMessages(panel)
  const { messages } = panel.health
  await ask(place, 'log/300')
  await ask(place, 'say/ERROR+no+room+left')
  await expect.poll(() => panel.health.drawnMessages()).toContain('✕ ERROR no room left')

  await messages.getByRole('radio', { name: 'Warnings and errors' }).click()
  await expect.poll(() => drawnNumbers(panel)).toEqual([])
  expect(await panel.health.drawnMessages()).toContain('ERROR no room left')
  await messages.getByRole('radio', { name: 'Everything' }).click()
  await expect.poll(async () => (await drawnNumbers(panel)).length).toBe(300)

  await panel.page.keyboard.press('Control+f')
  await panel.page.keyboard.type('line 2')
  await expect(messages.getByText('1 of 111')).toBeVisible()
  await expect(messages.getByText('Paused')).toBeVisible()
  await panel.page.keyboard.press('Escape')
  await expect(messages).toBeVisible()
  await ask(place, 'log/1')
  await expect(messages.getByText('1 new line')).toBeVisible()
  await panel.page.keyboard.press('Tab')
  await panel.page.keyboard.press('End')
  await expect(messages.getByText('Following')).toBeVisible()

  const path = join(place.folder, 'saved.log')
  await panel.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await panel.page.keyboard.press('Control+s')
  await expect(messages.getByText('Saved')).toBeVisible()
  const saved = readFileSync(path, 'utf8')
  expect([...saved.matchAll(/INFO line (\d+)$/gm)].map(([, n]) => Number(n))).toEqual(Array.from({ length: 301 }, (_, n) => n + 1))
  expect(saved).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z ERROR no room left$/m)
  await panel.page.keyboard.press('Escape')
  await expect(messages).toHaveCount(0)
})
