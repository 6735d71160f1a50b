import { runningVariant, variantStatus } from '../../../core/panel/chosen-variant'
import { handOver } from '../../../core/operation/hand-over'
import { patience } from '../../../core/operation/patience'
import type { PanelState } from '../../../core/panel/panel'
import { memoryBeside, pauseOf } from '../../../core/panel/pause'
import { FORWARDER, frontOf } from '../../../core/project/forwarder'
import type { Variant } from '../../../core/project/project'
import { shippedGuess } from '../../../core/project/shipped-guesses'
import { capital, count } from '../../../core/words/count'
import { about, duration } from '../../../core/words/duration'
import { size } from '../../../core/words/size'
import { versionName, versionTitle } from '../../../core/words/version-name'

/** A switch before it happens: what is asked, what it costs, what stays, and what happens if it fails. */
export interface SwitchPlan {
  readonly title: string
  readonly sentence: string
  /** Why this computer cannot run it; then there is nothing to agree to. */
  readonly blocked: string | null
  readonly from: { readonly title: string } | null
  readonly to: { readonly title: string }
  /** What the new version does while the old one still runs: "Build and check, about 25 min". */
  readonly before: string
  readonly builds: boolean
  /** How long nobody can use it; null where there is no pause. */
  readonly away: string | null
  readonly facts: readonly { readonly name: string; readonly words: string; readonly short?: true }[]
  /** Photos that the start would delete, in words; null where none are in danger. */
  readonly photos: string | null
  readonly button: string
  readonly commands: readonly string[]
}

const AFTER_STOP_S = 10

/** What switching to a version would do now. */
export function switchPlan(state: PanelState, target: string): SwitchPlan {
  const status = variantStatus(state, target)
  const from = runningVariant(state)
  const builds = status?.package === null
  const start = status?.start.seconds ?? null
  const name = versionName(state, target)
  const variant = variantOf(state, target)
  const blocked = status?.blocked ?? null
  const pause = pauseOf(state, target)
  const warm = pause.kind === 'none'
  const away = warm ? null : about(start ?? AFTER_STOP_S)
  const buildTime = status ? about(status.build.seconds) : ''
  return {
    title: blocked === null ? `Switch to the ${name}?` : `The ${name} cannot be used here`,
    sentence: blocked === null ? awayWords({ away, buildTime, builds }) : `${blocked}. Facecraft stays as it is.`,
    blocked,
    from: from === null ? null : { title: versionTitle(state, from) },
    to: { title: versionTitle(state, target) },
    before: builds ? `Build and check, ${buildTime}` : 'Get ready',
    builds,
    away: away?.replace('about ', '') ?? null,
    facts: [
      { name: 'Stays', words: staysWords(state) },
      needs(state, builds, shippedGuess(variant?.kind ?? 'cpu').packageBytes),
      ...(warm ? [{ name: 'Meanwhile', words: `Both versions run for a moment, with about ${size(memoryBeside(state, target))} of memory more` }] : []),
      ...(pause.kind === 'pause' && pause.why !== null ? [{ name: 'With a pause', words: pause.why }] : []),
      { name: 'If it fails', words: warm ? goesOnWords(state, from) : failWords(state, { from, most: patience(status?.start) }) },
    ],
    photos: photoWords(state),
    button: builds ? 'Build, then switch' : 'Switch now',
    commands: variant ? (warm ? warmCommands : commands)(state, { from, variant, builds }) : [],
  }
}

function awayWords({ away, buildTime, builds }: { readonly away: string | null; readonly buildTime: string; readonly builds: boolean }): string {
  if (away === null) return builds ? `Nobody has to wait: it changes without a pause, in ${buildTime}.` : 'Nobody has to wait: it changes without a pause.'
  return builds ? `Facecraft will be away for ${away}, in ${buildTime}.` : `Facecraft will be away for ${away}.`
}

function staysWords(state: PanelState): string {
  const saved = state.service?.savedPhotos
  return saved && saved.count > 0 ? `Address, settings and ${count(saved.count, 'finished photo')}` : 'Address, settings and all finished photos'
}

function needs(state: PanelState, builds: boolean, bytes: number): SwitchPlan['facts'][number] {
  if (!builds) return { name: 'Needs', words: 'Nothing more, the app package is here already' }
  const free = state.engine.kind === 'running' ? state.engine.freeBytes : null
  if (free === null) return { name: 'Needs', words: `About ${size(bytes)} of space` }
  if (free < bytes) return { name: 'Needs', words: `About ${size(bytes)} of space, only ${size(free)} are left`, short: true }
  return { name: 'Needs', words: `About ${size(bytes)} of space, then ${size(free - bytes)} are left` }
}

function failWords(state: PanelState, { from, most }: { readonly from: string | null; readonly most: number }): string {
  if (from === null) return 'Facecraft stays stopped, nothing is lost'
  const back = variantStatus(state, from)?.start.seconds
  const soon = back === undefined ? '' : `, in ${about(back)}`
  return `The ${versionName(state, from)} version comes back by itself${soon}, also if the new one is not ready after ${duration(most)}`
}

function goesOnWords(state: PanelState, from: string | null): string {
  return `The ${versionName(state, from ?? '')} version just goes on, it is never away`
}

function photoWords(state: PanelState): string | null {
  const { service } = state
  if (!service || service.cleanupAgeHours <= 0 || !service.savedPhotos || service.savedPhotos.count === 0) return null
  const age = service.cleanupAgeHours === 24 ? 'one day' : count(service.cleanupAgeHours, 'hour')
  return `This version deletes photos after ${age}, whenever it starts. ${capital(count(service.savedPhotos.count, 'photo'))} ${service.savedPhotos.count === 1 ? 'is' : 'are'} there now: save what you want to keep before you switch.`
}

interface Change {
  readonly from: string | null
  readonly variant: Variant
  readonly builds: boolean
}

function variantOf({ project }: PanelState, id: string | null): Variant | undefined {
  return project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
}

function warmCommands(state: PanelState, { from, variant, builds }: Change): readonly string[] {
  const old = variantOf(state, from)
  const project = state.project.kind === 'usable' ? state.project.project.name : ''
  return [
    ...(builds ? [compose(variant, 'build', variant.services)] : []),
    compose(variant, '--file docker-compose.yml --file forwarder.yml up --detach --no-build', variant.services),
    `docker exec ${project}-${FORWARDER} python3 forwarder.py tell '{"front": "${frontOf(variant)}"}'`,
    ...(old ? [compose(old, 'stop', handOver(old, variant).stops)] : []),
  ]
}

// As they run, in the words that a person would type in the project's folder.
function commands(state: PanelState, { from, variant, builds }: Change): readonly string[] {
  const old = variantOf(state, from)
  const { stops, starts } = old ? handOver(old, variant) : { stops: [], starts: variant.services }
  return [
    ...(builds ? [compose(variant, 'build', variant.services)] : []),
    compose(variant, 'create --force-recreate --no-build', starts),
    ...(old ? [compose(old, 'stop', stops)] : []),
    compose(variant, 'start', starts),
  ]
}

function compose(variant: Variant, verb: string, services: readonly string[]): string {
  const profiles = variant.profiles ?? (variant.id === '' ? [] : [variant.id])
  return ['docker compose', ...profiles.map((profile) => `--profile ${profile}`), verb, ...services].join(' ')
}
