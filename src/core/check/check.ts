/** A check's finding; `could-not-run` is never `passed`. */
export type Verdict = 'passed' | 'needs-a-look' | 'failed' | 'not-applicable' | 'could-not-run'

/** Which of the checks. */
export type CheckId =
  | 'project-valid'
  | 'starts-nothing'
  | 'one-version'
  | 'no-version-key'
  | 'build-place'
  | 'named-volumes'
  | 'gpu-profile'
  | 'only-here'
  | 'image-builds'
  | 'up-to-date'
  | 'air-gap'
  | 'not-administrator'
  | 'no-card-code'
  | 'card-code'
  | 'labels'
  | 'models'
  | 'no-secrets'
  | 'answers'
  | 'device'
  | 'locked-down'
  | 'can-save'
  | 'survives-restart'

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
}

/** What helps when a check did not pass: one button, and a sentence that says what it changes. */
export interface CheckFix {
  readonly label: string
  readonly explains: string
  readonly does: FixDeed
}

/** What the button of a fix does. */
export type FixDeed =
  | { readonly kind: 'build' }
  | { readonly kind: 'start' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'repair-folders' }
  | { readonly kind: 'only-here' }
  | { readonly kind: 'show-build' }
  | { readonly kind: 'show-health' }
  | { readonly kind: 'show-messages' }
  | { readonly kind: 'copy'; readonly text: string }

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
  /** The package that was looked at; null where the check is about the project's files. */
  readonly digest: string | null
  readonly at: number
  /** What helps; null where it passed or nothing does. */
  readonly fix: CheckFix | null
}
