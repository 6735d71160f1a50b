import { join } from 'node:path'
import { defineConfig } from 'electron-vite'

// Bundled as the main process is, since it is made of the same files.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/e2e',
      target: 'node20',
      externalizeDeps: { include: ['ws'] },
      rollupOptions: { input: join(import.meta.dirname, 'serve.ts'), output: { format: 'es' } },
    },
  },
})
