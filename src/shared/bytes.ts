const CHUNK = 0x8000

/**
 * Carries bytes across the border: the carrier's own text form knows dates and sets but turns a Uint8Array into a plain
 * object. Both ends name it in `customJsonSerializers`.
 */
export const bytesSerializer = {
  type: 20,
  condition: (value: unknown): boolean => value instanceof Uint8Array,
  serialize: (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
    return btoa(text)
  },
  deserialize: (text: unknown): Uint8Array => {
    if (typeof text !== 'string') throw new TypeError('bytes come as text')
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  },
}
