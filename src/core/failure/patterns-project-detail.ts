/** What Compose finds wrong with a project file, in words that a person who edits it can use; unknown words stay. */
export function plainDetail(detail: string): string {
  for (const [pattern, words] of DETAILS) {
    const match = pattern.exec(detail)
    if (match) return words(...match.slice(1).map((part) => part ?? ''))
  }
  return detail
}

const DETAILS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/found character that cannot start any token/, () => 'A tab or a special character stands where only spaces may be'],
  [/did not find expected|could not find expected/, () => 'Some lines are not indented like their neighbours'],
  [/found unexpected end of stream/, () => 'A quotation mark or a bracket is not closed'],
  [/control characters are not allowed/, () => 'It holds characters that are not text'],
  [/mapping key "(.+)" already defined at line (\d+)/, (key, line) => `"${key}" stands there twice, first in line ${line}`],
  [/^empty compose file/, () => 'The file is empty'],
  [/^(\S+) additional properties (.+) not allowed/, (where, keys) => `Docker does not know ${keys.replaceAll("'", '"')} in ${where}`],
  [/^(\S+) missing property '(.+)'/, (where, key) => `"${key}" is missing in ${where}`],
  [
    /^(\S+?):? "count" and "device_ids" attributes are exclusive/,
    () => 'A graphics card is chosen by number and by name at once; one of "count" and "device_ids" must go',
  ],
  [/^(\S+) must be an? (\S+)/, (where, type) => `"${where}" must be ${TYPES[type] ?? `a ${type}`}`],
  [/^service "(.+)" has neither an image nor a build context/, (service) => `"${service}" says neither what to build nor what to download`],
  [
    /^service "(.+)" refers to undefined (volume|network|secret|config) (.+)/,
    (service, type, name) => `"${service}" uses the ${type} "${name}", which the file does not define`,
  ],
  [/^service "(.+)" depends on undefined service "?([^"]+)"?/, (service, other) => `"${service}" waits for "${other}", which the file does not define`],
  [/^cannot extend service "(.+)" in .+: service "(.+)" not found/, (service, other) => `"${service}" builds on "${other}", which the file does not define`],
  [/^dependency cycle detected: (.+)/, (circle) => `Services wait for each other: ${circle}`],
  [/^invalid interpolation format for (\S+?)\.?$/, (where) => `A reference to a setting in ${where} is not written as \${NAME}`],
  [/^'services\[(.+?)\]\.(\S+)' (?:time: )?invalid \S+ ['"](.+)['"]/, (service, key, value) => `"${value}" cannot be used for ${key} of "${service}"`],
  [/^[Ii]nvalid hostPort: (.+)/, (port) => `"${port}" is not a port number`],
]

const TYPES: Readonly<Record<string, string>> = {
  mapping: 'a list of keys with values',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
}
