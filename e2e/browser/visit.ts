import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'electron-vite'
import { ownEnvironment, root } from '../launch'
import { test as base } from '../panel'
import { Screens } from '../screens/screens'

export { expect } from '@playwright/test'

interface Fixtures {
  /** The address of the story's own panel, with the token that its page needs. */
  readonly address: string
  readonly visit: () => Promise<Screens>
}

/** A story in a current browser: the same panel and the same page, without Electron between them. */
export const test = base.extend<Fixtures, { readonly program: string }>({
  program: [
    // oxlint-disable-next-line no-empty-pattern -- the pattern tells which fixtures are needed: none
    async ({}, use) => {
      await build({ root, configFile: join(root, 'e2e/browser/serve.config.ts'), logLevel: 'error' })
      await use(join(root, 'out/e2e/serve.js'))
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  address: async ({ place, program }, use) => {
    const server = spawn(process.execPath, [program], { cwd: root, env: { ...ownEnvironment(), ...place.env }, stdio: ['ignore', 'pipe', 'inherit'] })
    await use(await firstLine(server))
    const ended = once(server, 'exit')
    server.kill()
    await ended
  },
  visit: async ({ page, address }, use) => {
    await use(async () => {
      await page.goto(address)
      return new Screens(page)
    })
  },
})

async function firstLine(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server says nothing')
  for await (const line of createInterface({ input: server.stdout })) return line
  throw new Error('the server ended at once')
}
