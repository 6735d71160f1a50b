import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../panel'

const SCREENS = ['Home', 'Build', 'Checks', 'Health', 'Settings'] as const
const LOOKS = ['Light', 'Dark'] as const

test.setTimeout(4 * 60_000)

test('no screen breaks a rule of accessibility at level A or AA, light or dark', async ({ open }) => {
  const { home, page, settings, shell } = await open()
  await home.press('Build and start')
  await expect(home.title).toHaveText('Facecraft is ready', { timeout: 60_000 })

  for (const look of LOOKS) {
    await shell.go('Settings')
    await settings.look(look)
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', look.toLowerCase())
    for (const screen of SCREENS) {
      await shell.go(screen)
      await expect(shell.title).toHaveText(screen)
      // Colours that are still on their way from one look to the other are nobody's.
      await page.evaluate(async () => {
        const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        await Promise.allSettled(ending.map((animation) => animation.finished))
      })
      const { passes, violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
      expect(passes.length).toBeGreaterThan(10)
      expect.soft(found, `${screen}, ${look}`).toEqual([])
    }
  }
})
