const NAMES = /\b[\w.-]*(?:password|passwd|secret|token|api[_-]?key|private[_-]?key|credential)[\w.-]*\s*[=:]\s*["']?([^\s"'$]+)/gi
const SHAPES = [
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[0-9A-Za-z]{30,}\b/g,
  /\bglpat-[\w-]{20,}\b/g,
  /\bxox[abp]-[\w-]{10,}\b/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  /\b\w+:\/\/[^\s/:@]+:[^\s/@]+@/g,
]

/** Parts of a text that look like a password or a key, with the secret itself blacked out. */
export function secretsIn(text: string): readonly string[] {
  const named = [...text.matchAll(NAMES)]
    .filter(([, value]) => value !== undefined && value.length >= 4)
    .map(([whole, value = '']) => whole.replace(value, '…'))
  const shaped = SHAPES.flatMap((shape) => [...text.matchAll(shape)].map(([whole]) => `${whole.slice(0, 4)}…`))
  return [...new Set([...named, ...shaped])]
}

/** The same text with everything that looks secret blacked out. */
export function withoutSecrets(text: string): string {
  const named = text.replace(NAMES, (whole: string, value: string) => (value.length >= 4 ? whole.replace(value, '…') : whole))
  return SHAPES.reduce((left, shape) => left.replace(shape, '…'), named)
}
