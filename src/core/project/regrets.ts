import { capital } from '../words/count'
import type { ComposeConfig, ComposeService } from './compose-config'
import { hostPorts, isOpenToAll } from './host-ports'
import type { Variant } from './project'
import { claimsOf, clash, clashingPort } from './rivals'
import { regretsOfService } from './regrets-service'

/** What Compose accepts and a person will regret, one sentence each: from its answer and from what it said beside it. */
export function regretsOf(config: ComposeConfig, said: readonly string[]): readonly string[] {
  const services = Object.entries(config.services ?? {})
  const all = [
    ...heard(said),
    ...openPorts(services),
    ...clashes(services),
    ...services.flatMap(([name, service]) => regretsOfService(name, service, config)),
    ...moving(services),
    ...external(config),
  ]
  return [...new Set(all)]
}

/** Versions that are named after a graphics card and ask for none. */
export function regretsOfVariants(variants: readonly Variant[]): readonly string[] {
  const idle = variants.filter(({ id, kind }) => (kind === 'cpu' || kind === 'none') && /(^|[-_.])(gpu|nvidia|cuda|rocm)($|[-_.])/i.test(id))
  return idle.map(({ id }) => `The profile "${id}" is named after a graphics card but asks for none; it runs on the processor`)
}

type Services = readonly (readonly [string, ComposeService])[]

// Compose's own warnings, without the time and the file before each.
function heard(said: readonly string[]): readonly string[] {
  return said.flatMap((line) => {
    const message = /level=warning msg="(.*)"$/
      .exec(line)?.[1]
      ?.replaceAll('\\"', '"')
      .replace(/^\S.*?\.ya?ml: /, '')
    if (!message) return []
    if (/attribute `version` is obsolete/.test(message))
      return ['The line "version:" is out of date and has no effect; Docker ignores it and it can be deleted']
    const variable = /^The "(.+)" variable is not set/.exec(message)?.[1]
    return [variable ? `The setting ${variable} has no value; it is left empty. Add a line ${variable}=… to the file .env` : capital(message)]
  })
}

function openPorts(services: Services): readonly string[] {
  return services.flatMap(([name, service]) => {
    const open = [
      ...new Set(
        hostPorts(service)
          .filter((p) => isOpenToAll(p.address))
          .map((p) => p.port),
      ),
    ]
    const ports = open.length > 3 ? `${open.slice(0, 3).join(', ')} and ${open.length - 3} more` : open.join(', ')
    return open.length > 0 ? [`"${name}" can be opened by everyone on your network: port ${ports} is published on all addresses, not only on 127.0.0.1`] : []
  })
}

const MOST_CLASHES = 20

// Pairs that start together although they cannot: one of them has no profile, or both share one.
function clashes(services: Services): readonly string[] {
  const claimed = new Map<string, Services[number][]>()
  const words = new Set<string>()
  for (const service of services) {
    for (const claim of claimsOf(service[1])) {
      const before = claimed.get(claim) ?? []
      const met = before.filter((other) => together(other, service) && clash(other, service))
      for (const other of met) words.add(clashWords(other, service))
      if (before.length < MOST_CLASHES) claimed.set(claim, [...before, service])
      if (words.size >= MOST_CLASHES) return [...words]
    }
  }
  return [...words]
}

function together([, one]: Services[number], [, other]: Services[number]): boolean {
  const [a, b] = [one.profiles ?? [], other.profiles ?? []]
  return a.length === 0 || b.length === 0 || a.some((profile) => b.includes(profile))
}

function clashWords([name, one]: Services[number], [otherName, other]: Services[number]): string {
  const always = [...((one.profiles ?? []).length === 0 ? [`"${name}"`] : []), ...((other.profiles ?? []).length === 0 ? [`"${otherName}"`] : [])]
  const why = always.length > 0 ? ` ${always.join(' and ')} ${always.length === 1 ? 'has' : 'have'} no profile and would always start.` : ''
  const port = clashingPort(one, other)
  return `"${name}" and "${otherName}" cannot run together: both take ${port ? `port ${port.port}` : `the name ${one.container_name}`}.${why}`
}

// One sentence for all of them: it is true of many projects and urgent in few.
function moving(services: Services): readonly string[] {
  const loose = services.filter(
    ([, { image, build }]) => image && !build && !/@|:$/.test(image) && [undefined, 'latest'].includes(/:([^/:]+)$/.exec(image)?.[1]),
  )
  return loose.length > 0
    ? [
        `${loose.map(([name]) => `"${name}"`).join(', ')} use${loose.length === 1 ? 's' : ''} whatever version is newest (latest), which can change or break from one day to the next`,
      ]
    : []
}

function external({ volumes, networks }: ComposeConfig): readonly string[] {
  return Object.entries({ volume: volumes, network: networks }).flatMap(([kind, all]) =>
    Object.entries(all ?? {}).flatMap(([key, one]) =>
      one?.external ? [`The ${kind} "${one.name ?? key}" must be there before the start; this project does not make it (external)`] : [],
    ),
  )
}
