import { expect, test } from '../panel'

test('everything is reached by keys alone: screens, versions, the search for actions, and the way back', async ({ open }) => {
  const { home, page, settings, shell } = await open()
  const keys = page.keyboard
  await expect(home.title).toHaveText('Facecraft is not built yet')

  for (const [key, name] of [
    ['2', 'Build'],
    ['3', 'Checks'],
    ['4', 'Health'],
    [',', 'Settings'],
    ['1', 'Home'],
  ] as const) {
    await keys.press(`Control+${key}`)
    await expect(shell.title).toHaveText(name)
    await expect(shell.title).toBeFocused()
  }

  const [first, second] = [page.getByRole('radio').nth(0), page.getByRole('radio').nth(1)]
  await page.getByRole('radio', { checked: true }).focus()
  await keys.press('ArrowRight')
  await expect(second).toBeChecked()
  await expect(second).toBeFocused()
  await keys.press('ArrowLeft')
  await expect(first).toBeChecked()

  const search = page.getByRole('combobox', { name: 'Search actions' })
  await keys.press('Control+k')
  await expect(search).toBeFocused()
  await keys.press('Escape')
  await expect(search).toHaveCount(0)
  await keys.press('Control+k')
  await search.fill('options')
  await expect(page.getByRole('option').first()).toHaveText(/^Go to Settings/)
  await keys.press('Enter')
  await expect(shell.title).toHaveText('Settings')
  await expect(settings.appearance).toBeVisible()

  await keys.press('Control+Shift+A')
  await expect(page.getByRole('dialog', { name: 'Activity' })).toBeVisible()
  await keys.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
