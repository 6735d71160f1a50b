import { request, type RequestOptions } from 'node:http'

/** What an address answered. */
export interface Answered {
  readonly status: number
  readonly text: string
}

/** Asks an address within `ms` over the agent of `to`; rejects with code DEADLINE when that is over. */
export async function ask(to: RequestOptions, ms: number, signal: AbortSignal): Promise<Answered> {
  try {
    return await askOnce(to, ms, signal)
  } catch (error) {
    // The other side had closed the kept connection just then: that says nothing about how it is.
    if (error instanceof Stale) return askOnce(to, ms, signal)
    throw error
  }
}

class Stale extends Error {}

function askOnce(to: RequestOptions, ms: number, signal: AbortSignal): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      clearTimeout(timer)
      reject(asked.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? new Stale() : error)
    }
    const asked = request({ ...to, signal }, (answer) => {
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
