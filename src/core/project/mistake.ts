import { isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml'

/** What is wrong with a project's files, in plain words; null where Compose's own are plain enough. */
export function mistakeWords(evidence: readonly string[]): string | null {
  const text = evidence.join('\n')
  for (const [pattern, words] of MISTAKES) {
    const match = pattern.exec(text)
    if (match) return words(match[1] ?? '', match[2] ?? '')
  }
  return null
}

/** The keys that lead to a mistake, such as services, web, ports; null where Compose names none. */
export function mistakePath(evidence: readonly string[]): readonly string[] | null {
  const [, path] = /\b((?:services|volumes|networks|configs|secrets)\.[\w.-]+?)[.:]?(?: |$)/m.exec(evidence.join('\n')) ?? []
  return path ? path.split('.') : null
}

/** The line, counted from 1, of the deepest of the keys that stands in a text; null where not even the first two do. */
export function lineOf(text: string, path: readonly string[]): number | null {
  const lines = new LineCounter()
  let node: unknown = parseDocument(text, { strict: false, uniqueKeys: false, logLevel: 'silent', lineCounter: lines }).contents
  let found: number | null = null
  for (const [depth, name] of path.entries()) {
    if (!isMap(node)) break
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
    if (!pair) break
    const [start] = (pair.key as Node).range ?? []
    if (depth > 0 && start !== undefined) found = lines.linePos(start).line
    node = pair.value
  }
  return found
}

const MISTAKES: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [/Circular reference:\n((?:\s+.+\n?)+)/i, (chain) => `Services build on each other in a circle: ${[...chain.matchAll(/(\S+) in /g)].map(([, name]) => name).join(', ')}`],
  [/include cycle detected:\n((?:\s*.+\n?)+)/, (chain) => `Files include each other in a circle: ${[...chain.matchAll(/([^/\s]+)$/gm)].map(([, name]) => name).join(', ')}`],
  [/top-level object must be a mapping/, () => 'It must begin with keys such as "services:", not with a list or a single word'],
  [/(?:^|: )(services|volumes|networks|configs|secrets) must be a mapping/m, (key) => `"${key}" must be a list of keys with values, one key for each of the ${key}`],
  [/: +services additional properties '(.+?)' not allowed/, (name) => `"${name}" cannot be the name of a service: only letters, digits, dots, dashes and underscores can`],
  [/: {2,}additional properties '(.+?)' not allowed/, (key) => `Docker does not know "${key}" at the outermost level${meant(key)}`],
  [/invalid (?:leading|trailing) UTF-8|control characters are not allowed/, () => 'It holds characters that are not text'],
  [/unknown anchor '(.+)' referenced/, (name) => `It repeats a part called "${name}", which does not stand in the file`],
  [/services\.(\S+)\.container_name '(.*)' does not match/, (service, name) => `"${name}" cannot be the container's name of "${service}": it must begin with a letter or digit, go on with letters, digits, dots, dashes or underscores, and have two signs or more`],
  [/error while interpolating (\S+): .*parsing "(.*?)": invalid syntax/, (where, value) => (value === '' ? `${where} needs a number, and the setting it comes from has no value` : `"${value}" is no number, and ${where} needs one`)],
  [/project name.* must (?:not be empty|consist)/, () => 'The project’s name may hold only small letters, digits, dashes and underscores, and must begin with a letter or digit'],
]

const KEYS = ['services', 'volumes', 'networks', 'configs', 'secrets', 'include', 'name', 'models']

function meant(key: string): string {
  const near = KEYS.find((k) => k.startsWith(key.slice(0, 4).toLowerCase()))
  return near ? `; "${near}" may be meant` : ''
}
