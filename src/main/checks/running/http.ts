/** What an address answered; status 0 is no answer, with the reason as text. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly bytes: Uint8Array
  readonly headers: Headers
  readonly ms: number
}

const ASK_MS = 60_000

/** Asks an address of the app, never longer than a minute. */
export async function ask(url: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
  const began = performance.now()
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]) })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { status: answer.status, text: new TextDecoder().decode(bytes), bytes, headers: answer.headers, ms: Math.round(performance.now() - began) }
  } catch (error) {
    return { status: 0, text: (error as Error).message, bytes: new Uint8Array(), headers: new Headers(), ms: Math.round(performance.now() - began) }
  }
}

/** Hands the app one photo and gives its answer. */
export function sendPhoto(base: string, photo: Uint8Array, signal: AbortSignal): Promise<Answer> {
  const body = new FormData()
  body.append('file', new Blob([photo.slice()]), 'photo.jpg')
  return ask(`${base}/api/v1/process/quick`, { method: 'POST', body }, signal)
}
