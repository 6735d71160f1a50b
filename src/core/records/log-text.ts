import type { VertexLog } from './buildkit'

/** Text of a record's output, and the bytes of a character that only begins in it, one char a byte. */
export interface LogText {
  readonly text: string
  readonly rest: string
}

/** Decodes output; `head` is the rest of this piece of work's output before. */
export function logText(log: VertexLog, head = ''): LogText {
  const binary = head + decodeBase64(log.data)
  // Nearly all output is plain ASCII, where the bytes are the text already.
  if (!HIGH.test(binary)) return { text: binary, rest: '' }
  const whole = wholeCharacters(binary)
  return { text: decodeUtf8(binary.slice(0, whole)), rest: binary.slice(whole) }
}

// eslint-disable-next-line no-control-regex
const HIGH = /[^\x00-\x7f]/

function decodeBase64(data: string): string {
  try {
    return host.atob(data)
  } catch {
    return ''
  }
}

function wholeCharacters(binary: string): number {
  const end = binary.length
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = binary.charCodeAt(end - back)
    if (byte < 0x80) return end
    if (byte >= 0xc0) return back < lengthOfCharacter(byte) ? end - back : end
  }
  return end
}

function lengthOfCharacter(first: number): number {
  if (first >= 0xf0) return 4
  return first >= 0xe0 ? 3 : 2
}

function decodeUtf8(binary: string): string {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return decodeBytes(bytes)
}

/** The text of UTF-8 bytes; a byte that is none becomes the replacement character. */
export function decodeBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

// Every place where core runs has these two, yet core sees the types of neither Node nor the DOM.
interface Host {
  readonly atob: (data: string) => string
  readonly TextDecoder: new (label: string, options: { readonly ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string }
}
const host = globalThis as unknown as Host
const decoder = new host.TextDecoder('utf-8', { ignoreBOM: true })
