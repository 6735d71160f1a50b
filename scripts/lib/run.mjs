import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pinnedNode, root } from './paths.mjs'

const running = new Set()

/**
 * Runs a program by its argument array and waits for its end; never throws.
 * @param {string[]} command program and arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, show?: 'output', timeout?: number }} [options]
 *   `log`: a file that receives all output; `show`: the output also goes to our own; `timeout` in milliseconds
 * @returns {Promise<{ code: number, stdout: string, output: string, timedOut: boolean }>} code 127: it could not be started
 */
export function run([program, ...args], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    running.add(child)
    const log = openLog(options.log)
    const kept = { stdout: '', output: '', timedOut: false }
    const timer =
      options.timeout &&
      setTimeout(() => {
        kept.timedOut = true
        endChild(child)
      }, options.timeout)
    const take = (text) => {
      kept.output += text
      log?.write(text)
      if (options.show) process.stdout.write(text)
    }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      kept.stdout += text
      take(text)
    })
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => take(`${error.message}\n`))
    child.on('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      const result = { code: code !== null && code >= 0 ? code : 127, ...kept }
      if (log) log.end(() => resolve(result))
      else resolve(result)
    })
  })
}

/** Ends every program that `run` still waits for. */
export function endRunning() {
  for (const child of running) endChild(child)
}

/** The command for a program of an installed package, run on the pinned Node; without a shell, so also on Windows. */
export function localCommand(packageName, program = packageName) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return [pinnedNode(), join(folder, typeof bin === 'string' ? bin : bin[program])]
}

/** The last lines of an output that say something, for a failure's "why". */
export function lastLines(output, count = 5) {
  return (
    output
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-count)
      .join('\n       ') || 'it printed nothing'
  )
}

function endChild(child) {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
}

function openLog(file) {
  if (!file) return undefined
  mkdirSync(dirname(file), { recursive: true })
  return createWriteStream(file, { flags: 'a' })
}
