import { connect, type Socket } from 'node:net'
import { readAnswer, type Answered } from './answer'

/** Where to ask: a socket or pipe of this computer, or a host with its port. */
export type Where = { readonly path: string } | { readonly host: string; readonly port: number }

/** Asks for one path within `ms`; rejects with code DEADLINE when that is over. */
export type Asker = (path: string, ms: number, signal: AbortSignal) => Promise<Answered>

const MOST_BYTES = 1 << 20
// Longer than the pause between two questions of one who asks on.
const KEPT_MS = 6000
// What comes in is taken out at once, so that all connections can share it.
const buffer = Buffer.alloc(64 * 1024)

interface Line {
  readonly socket: Socket
  onText: (text: string) => void
  onEnd: (error: Error | null) => void
  onIdle: () => void
}

/**
 * Keeps a connection between two questions. Written on the bare connection, because the app and Docker are asked several times
 * a second all day: Node's own client would take most of what an idle panel costs.
 */
export function openAsker(to: Where): Asker {
  let kept: Line | null = null
  const keep = (line: Line): void => {
    const drop = (): void => {
      line.socket.destroy()
      if (kept === line) kept = null
    }
    line.onText = drop
    line.onEnd = drop
    line.onIdle = drop
    line.socket.unref()
    kept?.socket.destroy()
    kept = line
  }
  const askOn = (line: Line, request: string, { ms, signal }: { readonly ms: number; readonly signal: AbortSignal }): Promise<Answered> =>
    new Promise((resolve, reject) => {
      let text = ''
      const settle = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
      }
      const fail = (error: Error): void => {
        settle()
        line.socket.destroy()
        reject(error)
      }
      const stop = (): void => fail(signal.reason as Error)
      const take = (end: 'more may come' | 'ended'): boolean => {
        const answer = readAnswer(text, end)
        if (!answer) return false
        settle()
        if (answer.keeps) keep(line)
        else line.socket.destroy()
        resolve(answer)
        return true
      }
      line.onText = (more) => {
        text += more
        if (!take('more may come') && text.length > MOST_BYTES) fail(new Error('its answer has no end'))
      }
      line.onEnd = (error) => {
        if (error || !take('ended')) fail(error ?? Object.assign(new Error('it hung up'), { code: 'ECONNRESET' }))
      }
      const timer = setTimeout(() => fail(Object.assign(new Error(`no answer within ${ms} ms`), { code: 'DEADLINE' })), ms)
      signal.addEventListener('abort', stop)
      if (signal.aborted) return stop()
      line.onIdle = () => undefined
      line.socket.ref()
      line.socket.write(request)
    })
  return async (path, ms, signal) => {
    const request = `GET ${path} HTTP/1.1\r\nHost: ${'host' in to ? `${to.host}:${to.port}` : 'localhost'}\r\n\r\n`
    const line = kept
    kept = null
    if (!line) return askOn(openLine(to), request, { ms, signal })
    return askOn(line, request, { ms, signal }).catch((error: NodeJS.ErrnoException) => {
      // The other side had closed the kept connection just then: that says nothing about how it is.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return askOn(openLine(to), request, { ms, signal })
      throw error
    })
  }
}

function openLine(to: Where): Line {
  const take = (length: number): boolean => {
    line.onText(buffer.toString('latin1', 0, length))
    return true
  }
  const socket = connect({ ...to, onread: { buffer, callback: take } })
  const line: Line = { socket, onText: () => undefined, onEnd: () => undefined, onIdle: () => undefined }
  socket.on('error', (error) => line.onEnd(error))
  socket.on('close', () => line.onEnd(null))
  socket.setTimeout(KEPT_MS, () => line.onIdle())
  return line
}
