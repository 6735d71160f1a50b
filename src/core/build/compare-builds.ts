import { duration } from '../words/duration'
import type { Build, BuildStep } from './build'
import { stepKey } from './estimate'

/** What a step did in one build: worked so many seconds, was reused, did not come to its end, or was not part of it. */
export type StepShare = { readonly kind: 'worked'; readonly seconds: number } | { readonly kind: 'reused' | 'unfinished' | 'absent' }

/** One step in two builds; `more` is how many seconds longer it worked in the later one. */
export interface StepPair {
  readonly key: string
  readonly name: string
  readonly earlier: StepShare
  readonly later: StepShare
  readonly more: number
}

/** Two builds step by step: those that differ, by the size of the difference, and how many do not. */
export interface BuildComparison {
  readonly earlier: Build
  readonly later: Build
  readonly pairs: readonly StepPair[]
  readonly alike: number
}

/** Compares two builds of one version, the slowest differences first; the order in which they are given does not matter. */
export function compareBuilds(one: Build, other: Build): BuildComparison {
  const [earlier, later] = one.startedAt <= other.startedAt ? [one, other] : [other, one]
  const [before, after] = [byKey(earlier), byKey(later)]
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const pairs = keys.map((key) => pairOf(key, before.get(key), after.get(key)))
  const differing = pairs.filter((pair) => Math.abs(pair.more) >= WORTH_SAYING_S || pair.earlier.kind !== pair.later.kind)
  return { earlier, later, pairs: differing.toSorted((a, b) => Math.abs(b.more) - Math.abs(a.more)), alike: pairs.length - differing.length }
}

/** Two builds can be compared where they are of one version, both have ended, and they are not the same. */
export function isComparable(one: { readonly id: string; readonly variant: string }, other: Build): boolean {
  return other.endedAt !== null && one.variant === other.variant && one.id !== other.id
}

/** What a step did in one build, in words: "2 min 31 s", "reused". */
export function shareWords(share: StepShare): string {
  switch (share.kind) {
    case 'worked':
      return duration(share.seconds)
    case 'reused':
      return 'reused'
    case 'unfinished':
      return 'not finished'
    case 'absent':
      return 'not part of it'
  }
}

/** The difference in words: "22 s longer", "1 min 3 s shorter"; empty where a step did not come to its end in one of them. */
export function differenceWords({ earlier, later, more }: StepPair): string {
  if (earlier.kind === 'unfinished' || later.kind === 'unfinished') return ''
  if (Math.abs(more) < WORTH_SAYING_S) return 'about the same'
  return `${duration(Math.abs(more))} ${more > 0 ? 'longer' : 'shorter'}`
}

/** What the comparison comes to, in one sentence. */
export function comparisonWords({ earlier, later, pairs }: BuildComparison): string {
  const [before, after] = [secondsOf(earlier), secondsOf(later)]
  const more = after - before
  const all =
    Math.abs(more) < WORTH_SAYING_S ? 'Both took about the same time' : `The later one took ${duration(Math.abs(more))} ${more > 0 ? 'longer' : 'less'}`
  const saved = pairs.filter((pair) => pair.later.kind === 'reused' && pair.earlier.kind === 'worked').length
  return saved === 0 ? `${all}.` : `${all}; ${saved === 1 ? 'one step' : `${saved} steps`} that worked before ${saved === 1 ? 'was' : 'were'} reused.`
}

const WORTH_SAYING_S = 1

function byKey(build: Build): ReadonlyMap<string, BuildStep> {
  return new Map(build.steps.filter((step) => step.phase !== 'setup').map((step) => [stepKey(step), step]))
}

function pairOf(key: string, before: BuildStep | undefined, after: BuildStep | undefined): StepPair {
  const [earlier, later] = [shareOf(before), shareOf(after)]
  const known = earlier.kind !== 'unfinished' && later.kind !== 'unfinished'
  return { key, name: (after ?? before)?.name ?? key, earlier, later, more: known ? worked(later) - worked(earlier) : 0 }
}

function shareOf(step: BuildStep | undefined): StepShare {
  if (!step) return { kind: 'absent' }
  if (step.state === 'reused') return { kind: 'reused' }
  if (step.state !== 'done') return { kind: 'unfinished' }
  return { kind: 'worked', seconds: ((step.endedAt ?? 0) - (step.startedAt ?? 0)) / 1000 }
}

function worked(share: StepShare): number {
  return share.kind === 'worked' ? share.seconds : 0
}

function secondsOf(build: Build): number {
  return ((build.endedAt ?? build.startedAt) - build.startedAt) / 1000
}
