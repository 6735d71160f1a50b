import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

/**
 * Runs a program to its end with what it is given to read; a bad end throws its last lines, unless it is expected to fail.
 * @returns {Promise<{ code: number, raw: Buffer, out: string, err: string }>}
 */
export function program({ file, command, folder, env }, { input = '', fails = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, command, { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] })
    const out = [],
      err = []
    child.stdout.on('data', (part) => out.push(part))
    child.stderr.on('data', (part) => err.push(part))
    child.on('error', reject)
    child.on('close', (code) => {
      const end = { code, raw: Buffer.concat(out), out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
      if (code === 0 || fails) resolve(end)
      else reject(new Error(`${file} ${command.join(' ').slice(0, 200)}\nended with ${code}: ${(end.err || end.out).trim().split('\n').slice(-12).join('\n')}`))
    })
    child.stdin.on('error', () => {}).end(input)
  })
}

/** A port that nobody uses now. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', function () {
      const { port } = this.address()
      server.close(() => resolve(port))
    })
  })
}

/** Throws where two values differ. */
export function equal(found, expected) {
  if (found !== expected) throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
}

/** Throws where a text lacks a part. */
export function contains(text, part) {
  if (!text.includes(part)) throw new Error(`“${part}” is not in:\n${text}`)
}
