import { join } from 'node:path'
import { createServer } from 'vite'

/** Loads modules of the program as they are written: `load('/src/core/…')`; close it at the end. */
export async function openSources() {
  const server = await createServer({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  return { load: (path) => server.ssrLoadModule(path), close: () => server.close() }
}
