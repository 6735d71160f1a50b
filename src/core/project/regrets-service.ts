import type { ComposeConfig, ComposeService } from './compose-config'
import { hostPorts } from './host-ports'

/** What a person will regret about one service. */
export function regretsOfService(name: string, service: ComposeService, config: ComposeConfig): readonly string[] {
  return RULES.flatMap((rule) => rule(service, config).map((words) => `"${name}" ${words}`))
}

type Rule = (service: ComposeService, config: ComposeConfig) => readonly string[]

const RULES: readonly Rule[] = [noCards, wrongImage, wrongRestart, knownPasswords, copies, hostNetworkPorts, unhealthyWait, wrongProfile, foreignCode]

// Compose leaves a count of 0 out of its answer, and writes -1 where none was given.
function noCards({ deploy, gpus }: ComposeService): readonly string[] {
  const asked = [
    ...(deploy?.resources?.reservations?.devices ?? []),
    ...(Array.isArray(gpus) ? (gpus as { readonly count?: unknown; readonly device_ids?: readonly string[] }[]) : []),
  ]
  const none = asked.some(({ count, device_ids }) => (count === undefined || count === 0) && (device_ids ?? []).length === 0)
  return none ? ['reserves 0 graphics cards (count: 0): it asks for the card’s driver and then gets no card'] : []
}

// As Docker itself reads it: places in small letters, then a tag, then a hash.
const IMAGE = /^(?:[\w.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/

function wrongImage({ image, provider }: ComposeService): readonly string[] {
  return image === undefined || provider || IMAGE.test(image)
    ? []
    : [`should run "${image}", which cannot be the name of a package; Docker will refuse to start it`]
}

function wrongRestart(service: ComposeService): readonly string[] {
  const { restart } = service
  return typeof restart !== 'string' || /^(no|always|unless-stopped|on-failure(:\d+)?|)$/.test(restart)
    ? []
    : [`has "${restart}" for restart, which Docker does not know; it will refuse to start it`]
}

const GUESSED =
  /^(password|passw0rd|passwd|pass|changeme|change[-_]?me|change[-_]?this|secret|admin|root|postgres|mysql|mariadb|example|test|default|123456|12345678|1234|qwerty|letmein|guest|minioadmin|supersecret|mysecretpassword|super[-_]secret.*|your[-_].*|.*change[-_]?me.*)$/i

function knownPasswords({ environment }: ComposeService): readonly string[] {
  const weak = Object.entries(environment ?? {}).filter(
    ([key, value]) => /PASS(WORD|WD)?$|SECRET(_KEY)?$|_TOKEN$|API_KEY$|ENCRYPTION_KEY$/i.test(key) && typeof value === 'string' && GUESSED.test(value),
  )
  return weak.length > 0 ? [`uses a password that everybody knows: ${weak.map(([key]) => key).join(', ')}`] : []
}

function copies(service: ComposeService): readonly string[] {
  const { deploy, container_name } = service
  const replicas = Number(deploy?.replicas ?? service['scale'] ?? 1)
  if (replicas === 0) return ['is set to 0 copies (replicas: 0) and will never start']
  if (!(replicas > 1)) return []
  const fixed = hostPorts(service).length > 0 ? 'one port' : container_name ? 'one name' : null
  return fixed ? [`should run ${replicas} times, but all copies would take ${fixed}`] : []
}

function hostNetworkPorts(service: ComposeService): readonly string[] {
  if ((service.ports ?? []).length === 0) return []
  if (service.network_mode === 'host') return ['uses this computer’s network, so its ports setting does nothing']
  return /^(service|container):/.test(service.network_mode ?? '')
    ? [`shares the network of another (${service.network_mode}) and has ports of its own; Docker refuses to start that`]
    : []
}

function unhealthyWait({ depends_on }: ComposeService, { services }: ComposeConfig): readonly string[] {
  return Object.entries(depends_on ?? {}).flatMap(([other, { condition }]) => {
    const watched = services?.[other]?.healthcheck
    if (condition !== 'service_healthy' || !services?.[other] || (watched && watched.disable !== true)) return []
    return [`waits until "${other}" is healthy, but the project does not say how to tell; without a check in its package it waits forever`]
  })
}

// Compose refuses a start that leaves out the profile of something a service depends on.
function wrongProfile({ profiles, depends_on }: ComposeService, { services }: ComposeConfig): readonly string[] {
  return Object.entries(depends_on ?? {}).flatMap(([other, { required }]) => {
    const theirs = services?.[other]?.profiles ?? []
    const mine = profiles ?? []
    const along = theirs.length === 0 || (mine.length > 0 && mine.every((p) => theirs.includes(p)))
    return along || required === false ? [] : [`depends on "${other}", which starts only with the profile ${theirs.filter(Boolean).join(' or ')}`]
  })
}

function foreignCode({ build }: ComposeService): readonly string[] {
  const context = build?.context ?? ''
  return /^(https?|git|ssh):\/\/|^git@/.test(context) ? [`is built from code that is downloaded at that moment: ${context}`] : []
}
