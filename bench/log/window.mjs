import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { _electron } from '@playwright/test'
import { root } from './place.mjs'

/** The real panel in a place; `more` goes to its environment. */
export async function openPanel(place, more = {}) {
  const app = await _electron.launch({
    executablePath: createRequire(import.meta.url)('electron'),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    cwd: root,
    env: { ...process.env, ...place.env, ...more },
    timeout: 60_000,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(120_000)
  return { app, page, close: () => app.close() }
}

/** Goes to a screen by its name in the navigation. */
export function go(page, name) {
  return page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

/** Presses the button whose words match, and gives the page's own clock at that moment. */
export async function press(page, words) {
  await page
    .getByRole('button', { name: new RegExp(words) })
    .first()
    .waitFor()
  return page.evaluate((pattern) => {
    const button = [...document.querySelectorAll('button')].find((each) => new RegExp(pattern).test(each.textContent))
    const at = performance.timeOrigin + performance.now()
    button.click()
    return at
  }, words)
}

/** Resolves with the page's own clock at the first frame in which an element's text matches. */
export function shownAt(page, selector, words) {
  return page.evaluate(
    ([where, pattern]) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const look = () => {
          if ([...document.querySelectorAll(where)].some((each) => new RegExp(pattern).test(each.textContent)))
            return resolve(performance.timeOrigin + performance.now())
          if (performance.now() - began > 60_000) return reject(new Error(`never shown: ${pattern}`))
          return requestAnimationFrame(look)
        }
        look()
      }),
    [selector, words],
  )
}

/** Measures the longest time in ms in which main, and the page, did nothing else; gives both when stopped. */
export async function watchStalls({ app, page }) {
  await app.evaluate(() => {
    const watch = { longest: 0, last: performance.now() }
    watch.timer = setInterval(() => {
      const now = performance.now()
      watch.longest = Math.max(watch.longest, now - watch.last - 5)
      watch.last = now
    }, 5)
    globalThis.benchStalls = watch
  })
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true }
    const look = (now) => {
      watch.longest = Math.max(watch.longest, now - watch.last - 16)
      watch.last = now
      if (watch.on) requestAnimationFrame(look)
    }
    requestAnimationFrame((now) => {
      watch.last = now
      requestAnimationFrame(look)
    })
    globalThis.benchStalls = watch
  })
  return async () => {
    const main = await app.evaluate(() => {
      clearInterval(globalThis.benchStalls.timer)
      return globalThis.benchStalls.longest
    })
    const window = await page.evaluate(() => {
      globalThis.benchStalls.on = false
      return globalThis.benchStalls.longest
    })
    return { main, window }
  }
}

/** Resolves with the page's own clock at the frame in which the drawn log holds a text. */
export function drawnAt(page, text) {
  return page.evaluate(
    ([wanted]) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const look = () => {
          const rows = document.querySelector('[aria-label="Build log"] .xterm-rows')?.textContent ?? ''
          if (rows.replaceAll('\u00a0', ' ').includes(wanted)) return resolve(performance.timeOrigin + performance.now())
          if (performance.now() - began > 60_000) return reject(new Error(`never drawn: ${wanted}; drawn: ${rows.slice(-300)}`))
          return requestAnimationFrame(look)
        }
        look()
      }),
    [text],
  )
}

/**
 * Proportional memory in MB of a process and all below it, but for some and all below those: `all` of it, and `own` without
 * what is mapped from files, whose share changes whenever another program with the same files begins or ends.
 */
export function memoryOf(pid, without = []) {
  let [all, files] = [0, 0]
  for (const each of [pid, ...below(pid, without)]) {
    try {
      const told = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')
      const [sum, mapped] = ['Pss', 'Pss_File'].map((name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(told)[1]))
      all += sum
      files += mapped
    } catch {
      // It ended meanwhile.
    }
  }
  return { all: all / 1024, own: (all - files) / 1024 }
}

function below(pid, without) {
  const parents = new Map()
  for (const each of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(Number(each), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${each}/stat`, 'utf8'))[1]))
    } catch {
      // It ended meanwhile.
    }
  }
  const of = (parent) => [...parents].filter(([child, p]) => p === parent && !without.includes(child)).flatMap(([child]) => [child, ...of(child)])
  return of(pid)
}

/** How busy the machine is, for the note of a figure. */
export function load() {
  return `load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]} on ${execFileSync('nproc', { encoding: 'utf8' }).trim()} cores`
}
