const NAMES = /([\w.-]{0,64}(?:password|passwd|secret|token|api[_-]?key|private[_-]?key|credential)[\w.-]{0,64}\s*[=:]\s*["']?)([^\s"'$]{4,})/gi
const SHAPES = [
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[0-9A-Za-z]{30,}\b/g,
  /\bglpat-[\w-]{20,}\b/g,
  /\bxox[abp]-[\w-]{10,}\b/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  /\b\w+:\/\/[^\s/:@]+:[^\s/@]+@/g,
]
/** Nearly all text has none of these, which is known much sooner. */
const HINT = /password|passwd|secret|token|api[_-]?key|private[_ -]?key|credential|AKIA|gh[pousr]_|glpat-|xox[abp]-|:\/\/[^\s/:@]+:/i

/** Parts of a text that look like a password or a key, with the secret itself blacked out. */
export function secretsIn(text: string): readonly string[] {
  const named = [...text.matchAll(NAMES)].map(([, name = '']) => `${name.trimStart()}…`)
  const shaped = SHAPES.flatMap((shape) => [...text.matchAll(shape)].map(([whole]) => `${whole.slice(0, 4)}…`))
  return [...new Set([...named, ...shaped])]
}

/** The same text with everything that looks secret blacked out. */
export function withoutSecrets(text: string): string {
  if (!HINT.test(text)) return text
  const named = text.replace(NAMES, '$1…')
  return SHAPES.reduce((left, shape) => left.replace(shape, '…'), named)
}
