import { AxeBuilder } from '@axe-core/playwright'
import { askForCard, pretendCard } from '../card-place'
import { expect, test } from '../panel'

test('a card that cannot be used says why, shows the steps for this system, and is looked at again when asked', async ({ open, place }) => {
  askForCard(place.project)
  const pretended = pretendCard(place.folder)
  const { app, card, home, page } = await open({ PATH: pretended.path })
  const version = page.getByText('NVIDIA GeForce RTX 3060, 12 GB')
  await expect(version).toBeVisible()
  const how = page.getByRole('button', { name: 'Show me how to use the graphics card' })
  await expect(page.getByText('NVIDIA’s add-on for Docker is missing')).toBeVisible()

  // Choosing it is possible, and offers the other one and the way.
  await home.choose('Graphics card')
  await expect(home.title).toHaveText('The graphics card cannot be used')
  await home.press('Show me how')
  await expect(card.title).toHaveText('How to use the graphics card')
  await page.keyboard.press('Escape')
  await expect(card.box).toHaveCount(0)

  await how.focus()
  await page.keyboard.press('Enter')
  await expect(card.box.getByRole('button', { name: 'Check again' })).toBeFocused()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const commands = card.box.locator('code')
  await expect(commands.last()).toContainText('sudo systemctl restart docker')
  await card.box
    .getByRole('button', { name: /^Copy the command/ })
    .last()
    .click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('sudo systemctl restart docker')

  await card.press('Check again')
  await expect(card.news).toHaveText('Looked again: nothing changed.')
  pretended.addOn('there')
  await card.press('Check again')
  await expect(card.news).toContainText('NVIDIA’s add-on: installed (before: not installed)')
  pretended.driver('gone')
  await card.press('Check again')
  await expect(card.news).toContainText('Driver: none')
  await card.press('Close')
  // The card stays visible with its new reason.
  await expect(home.version('Graphics card')).toBeVisible()
  await expect(page.getByText('No NVIDIA card found', { exact: true })).toBeVisible()
})
