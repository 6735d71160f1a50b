import { defineConfig } from '@playwright/test'
import { join } from 'node:path'

const MINUTE = 60_000
const root = join(import.meta.dirname, '..')

// One at a time: stories share one engine, and a window under load would only be waited for longer.
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, 'test-results/stories'),
  preserveOutput: 'failures-only',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 2 * MINUTE,
  globalTimeout: 45 * MINUTE,
  reportSlowTests: null,
  expect: { timeout: 30_000 },
  use: { actionTimeout: 20_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'window', testMatch: ['stories/*.spec.ts', 'faults/*.spec.ts'] },
    {
      name: 'browser',
      testMatch: 'browser/*.spec.ts',
      use: {
        launchOptions: {
          executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
  ],
})
