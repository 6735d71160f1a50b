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
  [
    /Circular reference:\n((?:\s+.+\n?)+)/i,
    (chain) => `Services build on each other in a circle: ${[...chain.matchAll(/(\S+) in /g)].map(([, name]) => name).join(', ')}`,
  ],
  [
    /include cycle detected:\n((?:\s*.+\n?)+)/,
    (chain) => `Files include each other in a circle: ${[...chain.matchAll(/([^/\s]+)$/gm)].map(([, name]) => name).join(', ')}`,
  ],
  [/top-level object must be a mapping/, () => 'It must begin with keys such as "services:", not with a list or a single word'],
  [
    /(?:^|: )(services|volumes|networks|configs|secrets) must be a mapping/m,
    (key) => `"${key}" must be a list of keys with values, one key for each of the ${key}`,
  ],
  [
    /: +services additional properties '(.+?)' not allowed/,
    (name) => `"${name}" cannot be the name of a service: only letters, digits, dots, dashes and underscores can`,
  ],
  [
    /: {2,}additional properties '(.+)' not allowed/,
    (keys) =>
      `Docker does not know ${keys
        .split("', '")
        .map((k) => `"${k}"`)
        .join(' and ')} at the outermost level${meant(keys)}`,
  ],
  [/invalid (?:leading|trailing) UTF-8|control characters are not allowed/, () => 'It holds characters that are not text'],
  [/unknown anchor '(.+)' referenced/, (name) => `It repeats a part called "${name}", which does not stand in the file`],
  [
    /services\.(\S+)\.container_name '(.*)' does not match/,
    (service, name) =>
      `"${name}" cannot be the container's name of "${service}": it must begin with a letter or digit, go on with letters, digits, dots, dashes or underscores, and have two signs or more`,
  ],
  [
    /services\.(\S+): container name "(.+?)" is already in use/,
    (service, name) => `"${service}" takes the name "${name}", which another service that starts with it takes, too`,
  ],
  [/interpolating (\S+): .*invalid boolean: (.*)/, (where, value) => `${where} is true or false and cannot be "${value}"`],
  [
    /'services\[(.+?)\]\.?(.*)' time: missing unit in duration "(?:.*)"/,
    (service, key) => `${key} of "${service}" is a length of time and needs a unit, such as 10s or 2m`,
  ],
  [/invalid value "(.*?)", the only value allowed is 'all'/, (value) => `"${value}" cannot be how many graphics cards there are: that is a number or "all"`],
  [/empty section between colons/, () => 'One of the volumes has nothing where a folder or a name should stand'],
  [/(services\.\S+) value must be one of (.+)/, (where, values) => `${where} can only be one of ${values.replaceAll("'", '')}`],
  [/(services\.\S+) must be an? (?:null|\w+,)/, (where) => `${where} has parts where only a simple value may stand`],
  [/(services\.\S+) '(.*)' does not match pattern/, (where, value) => `${where} cannot be "${value}"`],
  [
    /error while interpolating (\S+): .*parsing "(.*?)": invalid syntax/,
    (where, value) =>
      value === '' ? `${where} needs a number, and the setting it comes from has no value` : `"${value}" is no number, and ${where} needs one`,
  ],
  [
    /project name.* must (?:not be empty|consist)/,
    () => 'The project’s name may hold only small letters, digits, dashes and underscores, and must begin with a letter or digit',
  ],
]

/** The settings that Compose found without a value. */
export function unsetIn(evidence: readonly string[]): readonly string[] {
  return [...new Set(evidence.flatMap((line) => /The \\?"([^"\\]+)\\?" variable is not set/.exec(line)?.[1] ?? []))]
}

const KEYS = ['services', 'volumes', 'networks', 'configs', 'secrets', 'include', 'name', 'models']

function meant(key: string): string {
  const near = KEYS.find((k) => k.startsWith(key.slice(0, 4).toLowerCase()))
  return near ? `; "${near}" may be meant` : ''
}
