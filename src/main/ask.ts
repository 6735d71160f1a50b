import { Agent, request, type RequestOptions } from 'node:http'

/** Where to ask: a socket or pipe of this computer, or a host with its port. */
export type Where = { readonly path: string } | { readonly host: string; readonly port: number }

/** What an address answered. */
export interface Answered {
  readonly status: number
  readonly text: string
}

/** Asks for one path within `ms`; rejects with code DEADLINE when that is over. */
export type Asker = (path: string, ms: number, signal: AbortSignal) => Promise<Answered>

/** Where an address like http://host:port is asked; one of IPv6 stands in brackets there. */
export function whereOf(base: string): Where {
  const { hostname, port } = new URL(base)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
}

/** Keeps a connection between two questions: who asks here asks all day. */
export function openAsker(to: Where): Asker {
  const agent = new Agent({ keepAlive: true })
  const where = 'path' in to ? { socketPath: to.path } : to
  return async (path, ms, signal) => {
    const options = { ...where, path, agent, signal }
    try {
      return await askOnce(options, ms)
    } catch (error) {
      // The other side had closed the kept connection just then: that says nothing about how it is.
      if (error instanceof Stale) return askOnce(options, ms)
      throw error
    }
  }
}

class Stale extends Error {}

function askOnce(options: RequestOptions, ms: number): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      clearTimeout(timer)
      reject(asked.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? new Stale() : error)
    }
    const asked = request(options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', fail)
      answer.on('end', () => {
        clearTimeout(timer)
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
      })
    })
    asked.on('error', fail)
    const timer = setTimeout(() => asked.destroy(Object.assign(new Error(`no answer within ${ms} ms`), { code: 'DEADLINE' })), ms)
    asked.end()
  })
}
