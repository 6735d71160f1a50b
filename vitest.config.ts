import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // The limit is for a test that hangs, not for a busy computer.
      { test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'], exclude: ['src/**/*.contract.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'contract',
          include: ['src/**/*.contract.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
