/** The files and folders that a Dockerfile takes from its build folder, by the words of COPY and ADD; patterns are left out. */
export function copiedFiles(dockerfile: string): readonly string[] {
  const lines = dockerfile.replace(/\\\r?\n/g, ' ').split('\n')
  return [...new Set(lines.flatMap(sourcesOf))]
}

function sourcesOf(line: string): readonly string[] {
  const [, rest] = /^\s*(?:COPY|ADD)\s+(.*)$/i.exec(line) ?? []
  if (rest === undefined || /--from=/.test(rest)) return []
  const words = rest.trim().startsWith('[')
    ? (JSON.parse(rest) as string[])
    : rest
        .trim()
        .split(/\s+/)
        .filter((word) => !word.startsWith('--'))
  return words.slice(0, -1).filter((word) => !/[*?[\]${}<]|^https?:|^git@/.test(word))
}
