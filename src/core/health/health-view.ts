import { assertNever } from '../assert-never'
import { runningVariant } from '../panel/chosen-variant'
import { isDockerAway } from '../panel/docker-away'
import { engineHeadline } from '../panel/headline-engine'
import type { PanelState } from '../panel/panel'
import { capital, count } from '../words/count'
import { about, duration, lasting } from '../words/duration'
import { versionName } from '../words/version-name'
import { hourAndMinute, when } from '../words/when'
import { dockerLine } from './docker-says'
import { endingWords } from './ending'
import type { Incident, Minute, MinuteState, ServiceStatus } from './health'
import { stoppedBecause } from './incident-words'

/** The title of the Health screen and the sentence under it. */
export interface HealthHeading {
  readonly title: string
  readonly sentence: string
}

/** Whether it is well now, on what it computes, and what it has done since the start. */
export function healthHeading(state: PanelState, now: number): HealthHeading {
  const { app } = state
  const docker = isDockerAway(state) ? engineHeadline(state, now) : null
  if (docker) return { title: docker.title, sentence: docker.sentence }
  switch (app.kind) {
    case 'unknown':
      return { title: 'Looking after Facecraft', sentence: 'Asking Docker what runs.' }
    case 'stopped':
      return {
        title: app.at === null ? 'Facecraft is stopped' : `Stopped ${when(app.at, now)}`,
        sentence: stoppedBecause(app.ending) ?? 'Nothing runs, so there is nothing to watch. The last hour stays.',
      }
    case 'starting':
    case 'loading':
      return { title: app.kind === 'starting' ? 'Starting' : loadingTitle(app), sentence: leftWords(state, app.since, now) }
    case 'ready':
      return { title: wellTitle(state, app.variant), sentence: runningWords(state.service, (now - app.since) / 1000) }
    case 'wrong-device':
      return {
        title: 'Works, but not where you chose',
        sentence: `You chose the ${versionName(state, app.variant)}, it computes on the ${deviceWord(app.used)}.`,
      }
    case 'not-answering':
      if (app.cutOff) return { title: 'Cut off', sentence: 'Running, but the forwarder that holds its address was stopped outside this panel.' }
      return {
        title: 'Not answering',
        sentence:
          app.reasons === undefined
            ? `Running, but no answer for ${duration((now - app.since) / 1000)}.`
            : `It answers, but is not ready for ${duration((now - app.since) / 1000)}${app.reasons.length > 0 ? `: ${app.reasons.join(', ')}` : ''}.`,
      }
    case 'paused':
      return { title: `Paused ${when(app.since, now)}`, sentence: 'Somebody paused it through Docker. It keeps all it has in memory and answers nothing.' }
    case 'crash-loop': {
      const cause = endingWords(app.ending ?? { kind: 'itself', code: app.code })
      return { title: 'Keeps stopping', sentence: `Started and stopped ${app.restarts} times in ${duration((now - app.since) / 1000)}: ${cause}.` }
    }
    default:
      return assertNever(app)
  }
}

/** Why nothing is proven of the device where no version is known to run. */
export function noProofWords(state: PanelState): string {
  if (isDockerAway(state)) return 'Not known without Docker.'
  return state.app.kind === 'unknown' ? 'Not known yet.' : 'Nothing runs now.'
}

/** What Docker itself says of the app that runs; null where nothing is known to run, for its last word is then an old one. */
export function dockersWord(state: PanelState): string | null {
  const { dockerSays } = state
  return dockerSays === null || isDockerAway(state) || runningVariant(state) === null ? null : dockerLine(dockerSays)
}

/** What the last hour was, for readers: "Ready for 58 of 60 minutes, 2 away"; minutes that nobody watched are not counted. */
export function hourConclusion(hour: readonly Minute[]): string {
  const of = (state: MinuteState): number => hour.filter((minute) => minute.state === state).length
  const watched = hour.length - of('unknown')
  if (watched === 0) return NOT_WATCHED
  const parts = [`Ready for ${of('ready')} of ${watchedMinutes(hour)}`]
  for (const state of ['loading', 'away', 'not-answering'] as const) if (of(state) > 0) parts.push(`${of(state)} ${minuteWord(state)}`)
  return parts.join(', ')
}

/** Whether anything went wrong in what was watched of the last hour, which is not always all of it: "No interruptions in the 12 minutes we watched". */
export function hourInterruptions(hour: readonly Minute[], incidents: readonly Incident[]): string {
  const from = hour[0]?.at ?? 0
  const number = incidents.filter(({ endedAt }) => endedAt === null || endedAt > from).length
  if (number > 0) return capital(count(number, 'interruption'))
  if (hour.every(({ state }) => state === 'unknown')) return NOT_WATCHED
  return hour.some(({ state }) => state === 'unknown') ? `No interruptions in ${watchedMinutes(hour)}` : 'No interruptions'
}

const NOT_WATCHED = 'Not watched for a whole minute yet'

function watchedMinutes(hour: readonly Minute[]): string {
  const watched = hour.filter(({ state }) => state !== 'unknown').length
  if (watched === hour.length) return `${watched} minutes`
  return watched === 1 ? 'the one minute we watched' : `the ${watched} minutes we watched`
}

/** One minute in words: "14:36, not answering". */
export function minuteWords(minute: Minute): string {
  return `${hourAndMinute(minute.at)}, ${minuteWord(minute.state)}`
}

/** The times under the last hour, evenly spaced, the last one being the end. */
export function hourAxis(hour: readonly Minute[]): readonly string[] {
  const last = hour.at(-1)
  if (!last) return []
  return [0, 15, 30, 45].flatMap((at) => (hour[at] ? [hourAndMinute(hour[at].at)] : [])).concat(hourAndMinute(last.at + 60_000))
}

/** The state of a part of the past in a word or two. */
export function minuteWord(state: MinuteState): string {
  switch (state) {
    case 'ready':
      return 'ready'
    case 'loading':
      return 'loading'
    case 'away':
      return 'away'
    case 'not-answering':
      return 'not answering'
    case 'unknown':
      return 'not watched'
    default:
      return assertNever(state)
  }
}

function loadingTitle(app: { readonly loaded: number | null; readonly total: number | null }): string {
  return app.loaded === null || app.total === null ? 'Loading models' : `Loading models, ${app.loaded} of ${app.total}`
}

function leftWords(state: PanelState, since: number, now: number): string {
  const usual = state.stairs.find((stair) => stair.name === 'models-loaded')?.usual
  if (usual == null) return `For ${duration((now - since) / 1000)}. It answers once all models are loaded.`
  const left = (usual - (now - since)) / 1000
  return left > 0 ? `${about(left).replace('about', 'About')} left.` : `Longer than usual: it mostly takes ${duration(usual / 1000)}.`
}

function wellTitle(state: PanelState, variant: string): string {
  const used = state.service?.device.used
  return used == null ? 'Well' : `Well, and computing on the ${used === 'cpu' ? 'processor' : versionName(state, variant)}`
}

function runningWords(service: ServiceStatus | null, seconds: number): string {
  const running = `Running for ${lasting(seconds)}.`
  if (!service) return running
  const { done, failed, secondsPerPhoto } = service.photos
  if (done === 0 && failed === 0) return `${running} No photo since the start.`
  const each = secondsPerPhoto === null ? '' : `, ${duration(secondsPerPhoto)} each`
  return `${running} ${count(done, 'photo')}${each}, ${failed === 0 ? 'none' : failed} failed.`
}

function deviceWord(used: string): string {
  return used === 'cpu' ? 'processor' : 'graphics card'
}
