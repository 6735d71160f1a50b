// What `electron path/to/app` runs first. The test runtime comes out of a packaged app, which has none of its own.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const { app } = require('electron')
const Module = require('node:module')

const { preloads, path } = readArguments(process.argv.slice(1))
// Playwright hands its loader on by -r.
if (preloads.length > 0) Module._preloadModules(preloads)
if (path === undefined) {
  console.error('usage: electron [options] path/to/app')
  process.exit(1)
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const { manifest, folder } = readApp(path)
if (manifest.version) app.setVersion(manifest.version)
if (manifest.productName ?? manifest.name) app.name = manifest.productName ?? manifest.name
app.setAppPath(folder)

const main = Module._resolveFilename(path, null, true)
const isModule = main.endsWith('.mjs') || (manifest.type === 'module' && !main.endsWith('.cjs'))
// Awaited, so that `ready` cannot fire before the app's main module has run.
if (isModule) await import(pathToFileURL(main).href)
else Module._load(main, Module, true)

function readArguments(args) {
  const preloads = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]
    if (arg === '--version' || arg === '-v') {
      console.log(`v${process.versions.electron}`)
      process.exit(0)
    }
    if (arg === '-r' || arg === '--require') preloads.push(args[(at += 1)])
    else if (!arg.startsWith('-')) return { preloads, path: resolve(arg) }
  }
  return { preloads, path: undefined }
}

function readApp(path) {
  try {
    return { manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')), folder: path }
  } catch {
    return { manifest: {}, folder: dirname(path) }
  }
}
