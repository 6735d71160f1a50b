import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

// What dockerode brings for remote engines and for builds through its own session; the panel does neither, and they are slow to load.
const unused = ['@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs', 'ssh2']
const headless = resolve('src/headless/index.ts')

// The oldest engine the panel is run on is Electron 33: Node 20, Chromium 130.
export default defineConfig({
  main: {
    resolve: { alias: Object.fromEntries(unused.map((name) => [name, resolve('src/main/engine/unused.ts')])) },
    build: {
      target: 'node20',
      // In few files they load in a third of the time, which the first paint and `inspect` feel.
      externalizeDeps: false,
      rollupOptions: { input: { index: resolve('src/main/index.ts'), headless }, output: { format: 'es' } },
    },
  },
  preload: {
    build: { target: 'node20', rollupOptions: { input: resolve('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } } },
  },
  renderer: {
    root: resolve('src/renderer'),
    // Smaller is read sooner: the first paint waits for it.
    build: { target: 'chrome130', minify: true, rollupOptions: { input: resolve('src/renderer/index.html') } },
    plugins: [react()],
  },
})
