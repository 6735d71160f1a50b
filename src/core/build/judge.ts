/** The three witnesses of a build's end; a code of null means that nobody saw it end. */
export interface Witnesses {
  readonly code: number | null
  readonly failedSteps: readonly string[]
  readonly unfinishedSteps: readonly string[]
  /** Whether the records tell that the package was saved. */
  readonly saved: boolean
  /** The image's id after the build; null when there is none. */
  readonly after: string | null
}

/** What the witnesses say together. */
export type Judgement =
  | { readonly kind: 'built' }
  | { readonly kind: 'not-built' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'disagree'; readonly detail: string }

/** A build succeeded only if exit code, records and the image's presence agree. */
export function judgeBuild({ code, failedSteps, unfinishedSteps, saved, after }: Witnesses): Judgement {
  if (code === null && failedSteps.length === 0 && (unfinishedSteps.length > 0 || !saved)) return { kind: 'interrupted' }
  if (code !== null && code !== 0) return { kind: 'not-built' }
  if (failedSteps.length > 0) {
    return code === null ? { kind: 'not-built' } : { kind: 'disagree', detail: `the command ended well, but the step "${failedSteps[0]}" failed` }
  }
  if (after === null) return { kind: 'disagree', detail: 'all steps ended well, but Docker has no such package' }
  return { kind: 'built' }
}
