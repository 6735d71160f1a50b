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
    if (signal.aborted) return reject(signal.reason as Error)
    // Not by the request's own option for signals: with several questions a second that would cost as much as the question.
    const stop = (): void => void asked.destroy(signal.reason as Error)
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
    const fail = (error: Error): void => {
      end()
      reject(asked.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? new Stale() : error)
    }
    const asked = request(to, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', fail)
      answer.on('end', () => {
        end()
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
      })
    })
    asked.on('error', fail)
    signal.addEventListener('abort', stop)
    const timer = setTimeout(() => asked.destroy(Object.assign(new Error(`no answer within ${ms} ms`), { code: 'DEADLINE' })), ms)
    asked.end()
  })
}
