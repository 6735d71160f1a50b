import type { ComposeService } from './compose-config'
import { kindOf } from './device-kind'
import { clash, namesHardware, rivals } from './rivals'

/** A way of running before its device and its port are looked at; `own` are the services that set it apart. */
export interface Way {
  readonly id: string
  readonly profiles: readonly string[]
  readonly own: readonly string[]
  readonly services: readonly string[]
}

type Services = Readonly<Record<string, ComposeService>>

/**
 * Which profiles are ways of running (they choose hardware, or stand in for one another) and which only add to any of
 * them (monitoring, tools); and which services each way starts.
 */
export function waysOf(services: Services, active: readonly string[]): readonly Way[] {
  const profiles = [...new Set(Object.values(services).flatMap((s) => s.profiles ?? []))]
  const base = Object.keys(services).filter((name) => profilesOf(services, name).length === 0)
  const choices = choicesOf(services, profiles, base)
  const kept = active.filter((profile) => profiles.includes(profile) && !choices.includes(profile))
  const always = [...base, ...kept.flatMap((profile) => ownOf(services, profile))]
  const ways = choices.map((id) => wayOf(services, id, { always, kept }))
  return needsBase(services, base, ways) ? [{ id: '', profiles: kept, own: base, services: inOrder(services, always) }, ...ways] : ways
}

function choicesOf(services: Services, profiles: readonly string[], base: readonly string[]): readonly string[] {
  const choices = profiles.filter((id) => id === '' || namesHardware(id) || asksForCard(services, ownOf(services, id)) || standsIn(services, id))
  // Where nothing runs without a profile, every profile is a way of its own.
  return choices.length === 0 && base.length === 0 ? profiles : choices
}

interface Always {
  readonly always: readonly string[]
  readonly kept: readonly string[]
}

// A service that belongs to every way but takes what this way's own service takes stays away from it.
function wayOf(services: Services, id: string, { always, kept }: Always): Way {
  const own = ownOf(services, id)
  const along = always.filter((name) => !own.some((mine) => mine !== name && clash(named(services, mine), named(services, name))))
  return { id, profiles: id === '' ? kept : [...kept, id], own, services: inOrder(services, [...along, ...own]) }
}

// Without a profile is a way of its own where another way pushes a part of it aside, or where all others need a card.
function needsBase(services: Services, base: readonly string[], ways: readonly Way[]): boolean {
  if (base.length === 0 || ways.some(({ id }) => id === '')) return false
  if (ways.length === 0 || ways.some((way) => base.some((name) => !way.services.includes(name)))) return true
  return ways.every((way) => asksForCard(services, way.own)) && !asksForCard(services, base)
}

// For a service of another profile, or of none.
function standsIn(services: Services, id: string): boolean {
  const own = ownOf(services, id)
  const others = Object.keys(services).filter((name) => !own.includes(name))
  return own.some((mine) => others.some((name) => rivals(named(services, mine), named(services, name))))
}

function asksForCard(services: Services, names: readonly string[]): boolean {
  return names.some((name) => kindOf(services[name] ?? {}) !== 'cpu')
}

function ownOf(services: Services, profile: string): readonly string[] {
  return Object.keys(services).filter((name) => profilesOf(services, name).includes(profile))
}

function profilesOf(services: Services, name: string): readonly string[] {
  return services[name]?.profiles ?? []
}

function named(services: Services, name: string): readonly [string, ComposeService] {
  return [name, services[name] ?? {}]
}

function inOrder(services: Services, names: readonly string[]): readonly string[] {
  return Object.keys(services).filter((name) => names.includes(name))
}
