import { join } from 'node:path'
import { expect, test } from 'vitest'
import { meansYes } from './ask.mjs'
import { cacheFolder } from './paths.mjs'
import { run } from './run.mjs'

test('downloads go where each platform keeps what can be fetched again', () => {
  expect(cacheFolder('linux', {}, '/home/a')).toBe('/home/a/.cache/facecraft-panel')
  expect(cacheFolder('linux', { XDG_CACHE_HOME: '/c' }, '/home/a')).toBe('/c/facecraft-panel')
  expect(cacheFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Caches/facecraft-panel')
  expect(cacheFolder('win32', { LOCALAPPDATA: 'L' }, 'H')).toBe(join('L', 'facecraft-panel'))
})

test('an empty answer is a yes, anything but yes is a no', () => {
  expect(['', ' ', 'y', 'Yes'].map(meansYes)).toEqual([true, true, true, true])
  expect(['n', 'no', 'later', 'yesterday'].map(meansYes)).toEqual([false, false, false, false])
})

test('a program that does not exist ends with 127 and the reason, without an exception', async () => {
  const result = await run(['no-such-program-here'])
  expect(result.code).toBe(127)
  expect(result.output).toContain('no-such-program-here')
})

test('a program that takes too long is ended and said to be', async () => {
  const result = await run([process.execPath, '-e', 'setTimeout(() => {}, 60000)'], { timeout: 200 })
  expect(result.timedOut).toBe(true)
})

test('output on both channels is kept, stdout also by itself', async () => {
  const result = await run([process.execPath, '-e', 'console.log("out"); console.error("err"); process.exitCode = 3'])
  expect(result).toMatchObject({ code: 3, stdout: 'out\n' })
  expect(result.output).toContain('err')
})
