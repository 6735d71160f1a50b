import Docker from 'dockerode'
import { engineCandidates, type EngineCandidate } from '../../core/engine/candidates'
import type { Looked } from '../../core/engine/engine'
import type { Where } from '../ask'
import { pingTo, type Ping } from './ping'
import { searchGround } from './search-ground'

/** A Docker that answered, and where. */
export interface EngineLink {
  readonly docker: Docker
  readonly name: string
  readonly url: string
  /** Where ports that containers publish can be reached from here. */
  readonly host: string
  readonly ping: Ping
}

/** The first Docker that answers, or what was found at each place. */
export type Found =
  | { readonly kind: 'found'; readonly link: EngineLink; readonly looked: readonly Looked[] }
  | { readonly kind: 'none'; readonly looked: readonly Looked[]; readonly forbidden: string | null; readonly refused: boolean }

const PING_MS = 2000

/** Looks at every usual place, in order, with a deadline of 2 s each. */
export async function findEngine(): Promise<Found> {
  const looked: Looked[] = []
  let forbidden: string | null = null
  let refused = false
  for (const candidate of engineCandidates(await searchGround())) {
    const link = linkTo(candidate)
    const answer = link ? await answerTo(link.ping) : 'unsupported'
    looked.push({ what: candidate.name, where: candidate.url, found: FOUND_WORDS[answer], ok: answer === 'ok' })
    if (answer === 'ok' && link) return { kind: 'found', link, looked }
    if (answer === 'forbidden') forbidden ??= candidate.url
    if (answer === 'refused' || answer === 'silent') refused = true
  }
  return { kind: 'none', looked, forbidden, refused }
}

type Answer = 'ok' | 'absent' | 'forbidden' | 'refused' | 'silent' | 'unsupported'

const FOUND_WORDS: Record<Answer, string> = {
  ok: 'running',
  absent: 'not there',
  forbidden: 'there, but your account may not use it',
  refused: 'there, but nothing answers',
  silent: 'there, but no answer within 2 s',
  unsupported: 'a kind of address this panel cannot use',
}

async function answerTo(ping: Ping): Promise<Answer> {
  try {
    await ping(PING_MS, new AbortController().signal)
    return 'ok'
  } catch (error) {
    return answerOf(error)
  }
}

function answerOf(error: unknown): Answer {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT' || code === 'ENOTFOUND') return 'absent'
  if (code === 'EACCES' || code === 'EPERM') return 'forbidden'
  if (code === 'DEADLINE') return 'silent'
  return 'refused'
}

function linkTo({ name, url }: EngineCandidate): EngineLink | null {
  const [scheme, rest = ''] = url.split('://')
  const link = (address: Where, docker: Docker, host: string): EngineLink => ({ docker, name, url, host, ping: pingTo(address) })
  switch (scheme) {
    case 'unix':
    case 'npipe':
      return link({ path: rest }, new Docker({ socketPath: rest }), '127.0.0.1')
    case 'tcp':
    case 'http': {
      const address = new URL(`http://${rest}`)
      const at = { host: address.hostname, port: Number(address.port || 2375) }
      return link(at, new Docker({ protocol: 'http', ...at }), at.host)
    }
    default:
      return null
  }
}
