// Takes a picture of every state in light and dark at both sizes, and looks for faults: accessibility, content policy, clipping.
// Use: node e2e/gallery/shoot.mjs [part of a name] [--pictures-only] [--quick: light and large, dark and small only]
import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url))
const folder = fileURLToPath(new URL('../../test-results/gallery/', import.meta.url))
const photo = fileURLToPath(new URL('../../docker/service/tests/photos/astronaut.jpg', import.meta.url))
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const sizes = [
  { width: 1100, height: 720 },
  { width: 880, height: 600 },
  // The large window at a zoom of 200 percent.
  { width: 550, height: 360 },
]
const schemes = ['light', 'dark']
const [wanted = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const quick = process.argv.includes('--quick')
const withAxe = !process.argv.includes('--pictures-only')

const outDir = mkdtempSync(join(tmpdir(), 'facecraft-gallery-'))
await build({ configFile, logLevel: 'error', build: { outDir } })
const server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const address = server.resolvedUrls.local[0]
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags, ignoreDefaultArgs: ['--hide-scrollbars'] })
const faults = []
mkdirSync(folder, { recursive: true })

for (const scheme of schemes) {
  for (const viewport of sizes) {
    if (quick && (scheme === 'light') !== (viewport.width === 1100)) continue
    const context = await browser.newContext({ viewport, colorScheme: scheme })
    const page = await context.newPage()
    let shown = ''
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${shown}: ${message.text()}`)
    })
    page.on('pageerror', (error) => faults.push(`${shown}: ${error.message}`))
    for (const [name, steps] of await picturesOf(page)) {
      shown = `${name} ${scheme} ${viewport.width}`
      await page.goto(`${address}?state=${name.split('+')[0]}&scheme=${scheme}`)
      await page.locator('main').waitFor()
      await page.waitForFunction(() => (document.querySelector('#content')?.firstElementChild ?? document.body).childElementCount > 0)
      await page.evaluate(() => document.fonts.ready)
      await steps(page)
      await page.screenshot({ path: `${folder}${name}-${scheme}-${viewport.width}.png` })
      faults.push(...(await clipped(page)).map((words) => `${shown}: clipped: ${words}`))
      if (withAxe) faults.push(...(await inaccessible(page)).map((words) => `${shown}: ${words}`))
    }
    await context.close()
  }
}
await browser.close()
await server.close()
rmSync(outDir, { recursive: true })
for (const fault of faults) console.log(fault)
console.log(faults.length === 0 ? 'no faults' : `${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

/** Every state as it comes, and the steps of a photo tried on Home. */
async function picturesOf(page) {
  await page.goto(address)
  const names = await page.evaluate(() => globalThis.galleryNames)
  const asItIs = async (p) => void (await p.waitForTimeout(p.url().match(/searching|looking|messages/) ? 450 : 250))
  const tried = (file) => async (p) => {
    await p.getByLabel('Photo to try').setInputFiles({ name: file, mimeType: 'image/jpeg', buffer: readFileSync(photo) })
    await p.waitForTimeout(500)
  }
  const history = async (p) => {
    await p.getByRole('button', { name: 'Show the details' }).click()
    await p.getByRole('heading', { name: 'Builds so far' }).scrollIntoViewIfNeeded()
    await p.locator('#content').evaluate((content) => content.scrollTo(0, content.scrollHeight))
    await p.waitForTimeout(150)
  }
  const all = [
    ...names.map((name) => [name, asItIs]),
    ['home-ready+working', tried('slow.jpg')],
    ['home-ready+portrait', tried('astronaut.jpg')],
    ['home-ready+no-face', tried('nobody.jpg')],
    ['checks-failed+fix', async (p) => (await p.getByRole('button', { name: 'Works without the internet' }).click(), await p.waitForTimeout(200))],
    ['checks-failed+correction', async (p) => (await p.getByRole('button', { name: 'The project file uses today' }).click(), await p.waitForTimeout(200))],
    [
      'checks-all+compared',
      async (p) => (
        await p.getByLabel('Earlier report').setInputFiles({ name: 'report.json', mimeType: 'application/json', buffer: Buffer.from('{}') }),
        await p.waitForTimeout(300)
      ),
    ],
    ['build-card+find', async (p) => (await p.getByLabel('Find in log').fill('wheel'), await p.waitForTimeout(500))],
    ['build-card+find-bad', async (p) => (await p.getByLabel('Find in log').fill('('), await p.waitForTimeout(500))],
    ['build-done+saving', async (p) => (await p.getByRole('button', { name: 'Save the whole log' }).click(), await p.getByText('Saving 43 %').waitFor())],
    ['build-done+history', history],
    [
      'build-done+compared',
      async (p) => (
        await p
          .getByRole('button', { name: /^Compare the step times/ })
          .last()
          .click(),
        await p.waitForTimeout(250)
      ),
    ],
    ['build-broken+details', async (p) => (await p.getByRole('button', { name: 'Show the details' }).first().click(), await p.waitForTimeout(200))],
    ['messages-running+warnings', async (p) => (await p.getByRole('radio', { name: 'Warnings and errors' }).click(), await p.waitForTimeout(300))],
    ['messages-running+find', async (p) => (await p.getByLabel('Find in log').fill('portrait'), await p.waitForTimeout(600))],
    ['home-ready+palette', async (p) => (await p.keyboard.press('Control+k'), await p.waitForTimeout(300))],
    ['home-ready+activity', async (p) => (await p.keyboard.press('Control+Shift+A'), await p.waitForTimeout(400))],
  ]
  return all.filter(([name]) => name.includes(wanted))
}

/** Words that do not fit their box and are cut without an ellipsis, and anything wider than the window. */
async function clipped(page) {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll('main *, aside *')].filter((e) => {
      if (!(e instanceof HTMLElement) || e.closest('[class*="xterm"]') || e.children.length > 0) return false
      const style = getComputedStyle(e)
      if (style.clipPath !== 'none' || e.closest('[class*="engineWords"]') || style.overflowX === 'auto') return false
      return e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && style.textOverflow !== 'ellipsis'
    })
    const body = document.querySelector('#content') ?? document.querySelector('main')
    const wide = body && body.scrollWidth > body.offsetWidth ? ['the screen scrolls sideways'] : []
    return [...cut.map((e) => e.textContent ?? ''), ...wide]
  })
}

async function inaccessible(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}
