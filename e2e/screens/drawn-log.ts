import type { Locator } from '@playwright/test'

/** The text that the terminal in a region has drawn, with its colours. */
export function drawnLog(region: Locator): Promise<string> {
  return region.evaluate((section) => {
    for (const element of section.querySelectorAll('div')) {
      if ('facecraftLog' in element) return (element.facecraftLog as () => string)()
    }
    return ''
  })
}
