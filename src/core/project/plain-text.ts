const MOST_LENGTH = 65_536
const MOST_ALIASES = 16

/**
 * Whether a project file is so plain that Compose may be asked about it at once: it opens no other file, spells no key
 * in a roundabout way, and has too few aliases to grow beyond bounds, however they are nested.
 */
export function isPlain(text: string): boolean {
  if (text.length > MOST_LENGTH || /include|extends|env_file|label_file|\\[xuU\r\n]|!!|%TAG|[\u0000\uFFFD]/.test(text)) return false
  return (text.match(/\*[\w.-]/g) ?? []).length <= MOST_ALIASES
}

/** Whether the text gives the project a name of its own. */
export function saysName(text: string): boolean {
  return /^["']?name["']?\s*:/m.test(text)
}
