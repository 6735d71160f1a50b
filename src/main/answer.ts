/** What an address answered. */
export interface Answered {
  readonly status: number
  readonly text: string
}

/** Reads an HTTP answer from its bytes so far; null while it is not whole. `keeps` says whether the connection can be used again. */
export function readAnswer(bytes: string, end: 'more may come' | 'ended'): (Answered & { readonly keeps: boolean }) | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(bytes)?.[1])
  if (headEnd < 0 || Number.isNaN(status)) return null
  const head = bytes.slice(0, headEnd)
  const rest = bytes.slice(headEnd + 4)
  const length = /\r\ncontent-length:[ \t]*(\d+)/i.exec(head)?.[1]
  const isChunked = /\r\ntransfer-encoding:[^\r]*chunked/i.test(head)
  const body = isChunked ? unchunked(rest) : length !== undefined ? whole(rest, Number(length)) : end === 'ended' ? rest : null
  if (body === null) return null
  const keeps = end === 'more may come' && bytes.startsWith('HTTP/1.1') && !/\r\nconnection:[^\r]*close/i.test(head)
  return { status, text: Buffer.from(body, 'latin1').toString('utf8'), keeps }
}

function whole(rest: string, length: number): string | null {
  return rest.length >= length ? rest.slice(0, length) : null
}

function unchunked(rest: string): string | null {
  let body = ''
  for (let at = 0; ;) {
    const sizeEnd = rest.indexOf('\r\n', at)
    if (sizeEnd < 0) return null
    const size = Number.parseInt(rest.slice(at, sizeEnd), 16)
    const next = sizeEnd + 2 + size + 2
    if (Number.isNaN(size) || rest.length < next) return null
    if (size === 0) return body
    body += rest.slice(sizeEnd + 2, sizeEnd + 2 + size)
    at = next
  }
}
