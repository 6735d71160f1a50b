import { withoutSecrets } from '../secret-words'

/** What tells who a computer belongs to. */
export interface Personal {
  readonly home: string
  readonly user: string
  readonly host: string
}

/** The text without passwords, keys, the names of person and computer, and the way to their folders. */
export function redact(text: string, { home, user, host }: Personal): string {
  const homes = home.length > 1 ? text.replaceAll(home, '~') : text
  const others = homes.replace(/(\/(?:home|Users)\/)[^/\s:'"]+/g, '$1someone').replace(/([A-Z]:\\Users\\)[^\\\s:'"]+/gi, '$1someone')
  // "root" names a kind of user and nobody in particular.
  const named = [user === 'root' ? '' : user, host].filter((name) => name.length > 2)
  const plain = named.reduce((left, name) => left.replace(new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, 'gi'), '…'), others)
  return withoutSecrets(plain)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
