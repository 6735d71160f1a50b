import { capital } from '../words/count'
import { duration } from '../words/duration'
import { day, hourAndMinute } from '../words/when'
import type { Incident, Minute, MinuteState } from './health'
import { hourAxis, hourConclusion, hourInterruptions, minuteWord, minuteWords } from './health-view'

/** A view of the past as drawn: its parts, what each says, the times below, and what it says as a whole. */
export interface Timeline {
  readonly title: string
  /** Its name for readers: "Minutes of the last hour". */
  readonly name: string
  readonly parts: readonly { readonly at: number; readonly state: MinuteState; readonly words: string }[]
  readonly axis: readonly string[]
  readonly conclusion: string
  /** What stands beside the title while no part is pointed at. */
  readonly summary: string
  readonly incidents: readonly { readonly at: number; readonly words: string }[]
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE

/** The last hour minute by minute, or the last day in quarters of an hour. */
export function timeline(
  past: { readonly hour: readonly Minute[]; readonly day: readonly Minute[]; readonly incidents: readonly Incident[] },
  span: 'hour' | 'day',
  now: number,
): Timeline {
  const [minutes, length, from] = span === 'hour' ? [past.hour, MINUTE, now - HOUR] : [past.day, QUARTER, now - 24 * HOUR]
  const incidents = past.incidents.filter((incident) => (incident.endedAt ?? now) > from)
  const causeOf = (at: number): string => incidents.find((i) => i.at < at + length && (i.endedAt ?? now) >= at)?.text ?? ''
  const words = span === 'hour' ? minuteWords : quarterWords
  const conclusion = span === 'hour' ? hourConclusion(minutes) : dayConclusion(minutes)
  const calm = incidents.length === 0 && minutes.every(({ state }) => state === 'ready' || (state === 'unknown' && span === 'hour'))
  return {
    title: span === 'hour' ? 'Last hour' : 'Last day',
    name: span === 'hour' ? 'Minutes of the last hour' : 'Quarters of the last day',
    parts: minutes.map((minute) => ({ ...minute, words: [words(minute), minute.state === 'ready' ? '' : causeOf(minute.at)].filter(Boolean).join(': ') })),
    axis: span === 'hour' ? hourAxis(minutes) : dayAxis(minutes),
    conclusion,
    summary: calm ? hourInterruptions(minutes, incidents) : conclusion,
    incidents: incidents.map((incident) => ({ at: incident.at, words: incidentWords(incident, span, now) })),
  }
}

/** One incident as a line: "14:36 No answer, for 2 s". */
function incidentWords({ at, endedAt, text }: Incident, span: 'hour' | 'day', now: number): string {
  const time = span === 'hour' || day(at, now) === 'today' ? hourAndMinute(at) : `${capital(day(at, now))} ${hourAndMinute(at)}`
  const length = Math.max(0, (endedAt ?? now) - at) / 1000
  return `${time} ${text}, for ${duration(length)}${endedAt === null ? ' so far' : ''}`
}

function quarterWords({ at, state }: Minute): string {
  return `${hourAndMinute(at)} to ${hourAndMinute(at + QUARTER)}, ${minuteWord(state)}`
}

function dayAxis(quarters: readonly Minute[]): readonly string[] {
  const last = quarters.at(-1)
  if (!last) return []
  return [0, 24, 48, 72].flatMap((at) => (quarters[at] ? [hourAndMinute(quarters[at].at)] : [])).concat(hourAndMinute(last.at + QUARTER))
}

// A quarter counts by its worst: "good for" would claim more than is known.
function dayConclusion(quarters: readonly Minute[]): string {
  const long = (state: MinuteState): string => duration((quarters.filter((part) => part.state === state).length * QUARTER) / 1000)
  const has = (state: MinuteState): boolean => quarters.some((part) => part.state === state)
  if (quarters.every((part) => part.state === 'unknown')) return 'Not watched for a whole quarter of an hour yet'
  const others = (['loading', 'away', 'not-answering', 'unknown'] as const).filter(has).map((state) => `${minuteWord(state)} within ${long(state)}`)
  return [has('ready') ? `Ready throughout ${long('ready')}` : 'Not ready throughout any quarter of an hour', ...others].join(', ')
}
