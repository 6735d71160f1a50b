const CODES = (() => {
  const codes = new Uint8Array(128).fill(255)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  for (let i = 0; i < alphabet.length; i++) codes[alphabet.charCodeAt(i)] = i
  return codes
})()

/** The bytes of a base64 text; stops at the first group that is not base64. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(text.length / 4) * 3)
  let length = 0
  for (let i = 0; i < text.length; i += 4) {
    const [a, b, c, d] = [codeAt(text, i), codeAt(text, i + 1), codeAt(text, i + 2), codeAt(text, i + 3)]
    if ((a | b) > 63) break
    bytes[length++] = (a << 2) | (b >> 4)
    if (c > 63) break
    bytes[length++] = (b << 4) | (c >> 2)
    if (d > 63) break
    bytes[length++] = (c << 6) | d
  }
  return bytes.subarray(0, length)
}

function codeAt(text: string, place: number): number {
  return CODES[text.charCodeAt(place)] ?? 255
}

/** How many of the bytes are whole UTF-8 characters; what follows is the beginning of one more. */
export function wholeCharacters(bytes: Uint8Array): number {
  const end = bytes.length
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back] ?? 0
    if (byte < 0x80) return end
    if (byte >= 0xc0) return back < lengthOfCharacter(byte) ? end - back : end
  }
  return end
}

function lengthOfCharacter(first: number): number {
  if (first >= 0xf0) return 4
  return first >= 0xe0 ? 3 : 2
}

/** The text of UTF-8 bytes; a byte that is none becomes the replacement character. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** One array after the other in a new one. */
export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

interface Decoder {
  decode(bytes: Uint8Array): string
}

// Every place where core runs has a TextDecoder, yet core sees the types of neither Node nor the DOM.
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (label: string, options: { readonly ignoreBOM: boolean }) => Decoder
}
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
