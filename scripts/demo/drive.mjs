import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { root } from '../lib/paths.mjs'
import { writeContactSheet } from './contact-sheet.mjs'
import { tellStages } from './stages.mjs'

const MINUTE = 60_000
const SOME_OF_THE_BUILD = 8000
const PHOTO = join(root, 'docker/service/tests/photos/astronaut.jpg')
const SERVICE = 'facecraft-cpu'

const { executable, flags, folder } = JSON.parse(process.argv[2])
const portrait = join(folder, 'portrait.png')
// Settings of its own, so that neither the person's are changed nor do they change the demo.
const home = mkdtempSync(join(tmpdir(), 'facecraft-demo-'))
const app = await _electron.launch({
  executablePath: executable,
  args: [...flags, root],
  cwd: root,
  env: { ...process.env, FACECRAFT_PANEL_HOME: home },
})
try {
  const page = await app.firstWindow()
  page.setDefaultTimeout(MINUTE)
  await tell(page, tellStages(page, folder))
} catch {
  process.exitCode = 1 // The stage that failed has said why.
} finally {
  await app.close()
  rmSync(home, { recursive: true, force: true })
  writeContactSheet(folder)
}

async function tell(page, stage) {
  const button = (name) => page.getByRole('button', { name, exact: true })
  const go = (name) => page.getByRole('navigation').getByRole('button', { name }).click()
  const arrives = (locator, minutes) => arrivesOrSaysWhy(page, locator, minutes * MINUTE)
  const inTheDark = async (words) => {
    await stage(words, () => paint(page, 'dark'))
    await paint(page, 'light')
  }
  const start = button('Build and start').or(button('Start on the processor'))

  await stage('The window opens', () => page.getByRole('radio', { name: 'Processor' }).waitFor())
  await stage('The processor is chosen', async () => {
    await page.getByRole('radio', { name: 'Processor' }).click()
    await start.waitFor()
  })
  await inTheDark('The same in the dark')
  const builds = await button('Build and start').isVisible()
  await stage(builds ? 'One press builds and starts' : 'One press starts what is built already', () => start.click())
  if (builds) {
    await stage('The build is shown', async () => {
      await go(/^Build/)
      await page.waitForTimeout(SOME_OF_THE_BUILD)
    })
    await inTheDark('The build in the dark')
    await go('Home')
  }
  await stage('Facecraft is ready', () => arrives(heading(page, 'Facecraft is ready'), 30))
  await inTheDark('Ready in the dark')
  await stage('A photo becomes a portrait', async () => {
    await page.getByLabel('Photo to try').setInputFiles(PHOTO)
    await arrives(button('Save the portrait'), 3)
  })
  await inTheDark('The portrait in the dark')
  await stage('The portrait is saved', async () => {
    // The system's own dialog cannot be driven, so it answers by itself.
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, portrait)
    await button('Save the portrait').click()
    await page.getByText(/^Saved as/).waitFor()
    if (readFileSync(portrait).toString('latin1', 1, 4) !== 'PNG') throw new Error(`${portrait} is no picture`)
  })
  await stage('The checks', () => go(/^Checks/))
  await stage('The health', () => go(/^Health/))
  await stage('Stopped again', async () => {
    await go('Home')
    await button('Stop').click()
    await arrives(heading(page, 'Facecraft is stopped'), 2)
    if (isRunning()) throw new Error('the window says stopped, but the container still runs')
  })
}

function heading(page, name) {
  return page.getByRole('heading', { level: 2, name })
}

async function arrivesOrSaysWhy(page, locator, timeout) {
  const problem = page.getByRole('alert')
  await locator.or(problem).first().waitFor({ timeout })
  if (!(await locator.isVisible())) throw new Error((await problem.first().innerText()).replaceAll('\n', ' '))
}

async function paint(page, colorScheme) {
  await page.emulateMedia({ colorScheme })
  // Colours change gradually.
  await page.waitForTimeout(500)
}

function isRunning() {
  const filters = ['--filter', `label=com.docker.compose.service=${SERVICE}`, '--filter', 'status=running']
  return execFileSync('docker', ['ps', '--quiet', ...filters], { encoding: 'utf8' }).trim() !== ''
}
