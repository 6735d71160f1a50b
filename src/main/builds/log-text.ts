import { readLog } from './read-log'

/** The whole log of a build as plain text, from its first byte, each line with the number of its step. */
export async function wholeLog(build: string): Promise<string> {
  const out: string[] = []
  let from = 0
  for (;;) {
    const part = await readLog(build, { from, lines: 'whole' })
    for (const chunk of part.chunks) out.push(chunk.text.replace(/^(?=.)/gm, `#${chunk.number} `))
    if (part.next === from) break
    from = part.next
  }
  return withoutSecrets(out.join(''))
}

// Names that usually hold a secret, and passwords inside addresses.
function withoutSecrets(text: string): string {
  return text
    .replace(/((?:password|passwd|secret|token|api[_-]?key)["']?\s*[=:]\s*)(["']?)[^\s"']+\2/gi, '$1***')
    .replace(/(\w+:\/\/[^\s:/@]+:)[^\s@/]+@/g, '$1***@')
}
