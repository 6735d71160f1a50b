import type { Pattern } from './recognise'

/** Base images: what the engine says of a store that refuses, is broken, or has no such image. */
export const basePatterns: readonly Pattern[] = [
  [/toomanyrequests|429 Too Many Requests/i, (match) => ({ kind: 'registry-busy', host: hostNear(match) })],
  [
    /failed to authorize|401 Unauthorized|no basic auth credentials|authentication required/,
    (match) => ({ kind: 'registry-refused', image: imageNear(match) }),
  ],
  [
    /403 Forbidden|denied: requested access|requested access to the resource is denied|^Error response from daemon: (?:denied|unauthorized)\b/m,
    (match) => ({ kind: 'registry-refused', image: imageNear(match) }),
  ],
  [/\/v2\/\S*: 5\d\d |received unexpected HTTP status: 5\d\d/, (match) => ({ kind: 'registry-broken', host: hostNear(match) })],
  [
    /no match for platform in manifest|does not provide the specified platform|no matching manifest for|does not match the (?:specified|detected host) platform|exec format error/,
    (match) => ({ kind: 'wrong-platform', image: imageNear(match) }),
  ],
  [/pull access denied for (\S+?),/, ([, image = '']) => ({ kind: 'base-image-missing', image })],
  [/manifest (?:for (\S+) not found|unknown)/, (match) => ({ kind: 'base-image-missing', image: match[1] ?? imageNear(match) })],
  [/failed to resolve source metadata for (\S+): \S+: not found/, ([, image = '']) => ({ kind: 'base-image-missing', image })],
  [/failed to resolve reference "(\S+?)": \S+: not found/, ([, image = '']) => ({ kind: 'base-image-missing', image })],
  [
    /unexpected commit digest|filesystem layer verification failed|failed to verify layer|invalid checksum digest|does not match digest/,
    () => ({ kind: 'wrong-hash', file: null }),
  ],
]

/** The host of the address that stands nearest to a match: in its line, else before it, else after it. */
export function hostNear({ input, index, 0: matched }: RegExpExecArray): string | null {
  const lineStart = input.lastIndexOf('\n', index) + 1
  const lineEnd = input.indexOf('\n', index + matched.length)
  const line = input.slice(lineStart, lineEnd === -1 ? undefined : lineEnd)
  return hosts(line)[0] ?? hosts(input.slice(0, index)).at(-1) ?? hosts(input.slice(index))[0] ?? null
}

function hosts(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/([^/\s"'\\]+)/g)].flatMap(([, host = '']) => (HELP_PAGES.includes(host) ? [] : host))
}

// Addresses that programs print for further reading.
const HELP_PAGES = ['curl.se', 'docs.docker.com', 'pip.pypa.io']

const IMAGES = [
  /failed to resolve source metadata for (\S+?):? /,
  /Image (\S+)/,
  /image (?:with reference )?"?([^\s"]+)"? (?:was found|cannot)/,
  /FROM (?:--\S+ )*(\S+)/,
  /\/v2\/(\S+?)\/manifests/,
]

function imageNear({ input }: RegExpExecArray): string | null {
  return IMAGES.map((pattern) => pattern.exec(input)?.[1]).find(Boolean) ?? null
}
