import { z } from 'zod'
import { hourAndMinute } from '../words/when'

/** What Docker itself says and does about the running app, beside what the panel measures. */
export interface DockerSays {
  /** The word of its own check, and since when at least; null for an app without such a check. */
  readonly health: { readonly word: string; readonly since: number | null } | null
  /** When Docker starts the app again by itself: "unless-stopped", "no". */
  readonly restartPolicy: string
}

const shape = z.looseObject({
  Status: z.string(),
  Log: z.array(z.looseObject({ End: z.string(), ExitCode: z.number() })).nullish(),
})

/** Reads the part of an inspection that tells of Docker's own check; it remembers the last few only, so the time is the latest possible one. */
export function readHealth(health: unknown): DockerSays['health'] {
  const read = shape.safeParse(health)
  if (!read.success || read.data.Status === 'none' || read.data.Status === '') return null
  const log = read.data.Log ?? []
  const last = log.at(-1)
  const from = last ? log.findLastIndex((one) => (one.ExitCode === 0) !== (last.ExitCode === 0)) + 1 : 0
  const since = Date.parse(log[from]?.End ?? '')
  return { word: read.data.Status, since: Number.isNaN(since) ? null : since }
}

/** The same with the time of the first sight of this word, so that it does not wander with each check. */
export function steady(before: DockerSays | null, now: DockerSays): DockerSays {
  return before?.health && now.health && before.health.word === now.health.word ? { ...now, health: before.health } : now
}

/** What Docker says, as a quiet line: its own words, what they mean, and that starting again is its business. */
export function dockerLine({ health, restartPolicy }: DockerSays): string {
  return [health ? healthWords(health) : '', restartWords(restartPolicy)].filter(Boolean).join(' ')
}

function healthWords({ word, since }: NonNullable<DockerSays['health']>): string {
  return `Docker’s own check: “${word}”${since === null ? '' : ` since ${hourAndMinute(since)}`}, which only means ${meaning(word)}.`
}

function meaning(word: string): string {
  if (word === 'healthy') return 'that it answers'
  return word === 'starting' ? 'that it has not been asked often enough' : 'that it did not answer several times'
}

function restartWords(policy: string): string {
  switch (policy) {
    case 'unless-stopped':
    case 'always':
      return `After a crash Docker starts it again by itself (${policy}).`
    case 'on-failure':
      return 'Docker starts it again by itself only after an error (on-failure).'
    default:
      return 'Docker does not start it again by itself.'
  }
}
