import { connect } from 'node:net'
import { sleep } from '../sleep'

const AGAIN_MS = 1000

/** Holds a connection to the app open without asking anything: when the app ends, the system closes it at once, earlier than any event. */
export async function holdLine(base: string, onBroken: () => void, signal: AbortSignal): Promise<void> {
  const { hostname, port } = new URL(base)
  while (!signal.aborted) {
    await brokenLine({ host: hostname, port: Number(port) }, signal)
    if (signal.aborted) return
    onBroken()
    await sleep(AGAIN_MS, signal)
  }
}

function brokenLine(to: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const line = connect(to)
    const end = (): void => void line.destroy()
    signal.addEventListener('abort', end, { once: true })
    line.on('error', () => undefined)
    // Whatever it says is not for us; reading lets its end be seen.
    line.resume()
    line.on('end', end)
    line.on('close', () => {
      signal.removeEventListener('abort', end)
      resolve()
    })
  })
}
