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
