/** A check's finding; `could-not-run` is never `passed`. */
export type Verdict = 'passed' | 'needs-a-look' | 'failed' | 'not-applicable' | 'could-not-run'

/** Which of the checks. */
export type CheckId =
  | 'project-valid'
  | 'image-builds'
  | 'air-gap'
  | 'not-administrator'
  | 'no-card-code'
  | 'answers'
  | 'gpu-profile'

/** One promise of the checklist. */
export interface CheckInfo {
  readonly id: CheckId
  readonly claim: string
  readonly proves: string
  readonly group: 'before' | 'running'
  /** What must be there before it can be tried. */
  readonly needs: 'project' | 'package'
  /** The only version that it is about; null for all. */
  readonly about: 'processor' | 'graphics card' | null
  /** What helps when it fails, as one button; null where nothing does. */
  readonly fix: { readonly label: string; readonly does: 'build' | 'show-build' | 'show-messages' } | null
}

/** The result of one check on one version, with its evidence; duration in milliseconds. */
export interface CheckResult {
  readonly check: CheckId
  readonly variant: string
  readonly verdict: Verdict
  /** A few words for the table, such as "Runs as appuser". */
  readonly summary: string
  readonly command: string
  readonly output: string
  readonly exitCode: number | null
  readonly duration: number
  readonly digest: string | null
  readonly at: number
}
