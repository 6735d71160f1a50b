import type { LinkId, Problem } from '../failure/failure'

/** The sign of a state; its shape alone tells it apart. */
export type Mark = 'tick' | 'ring' | 'triangle' | 'cross' | 'dot'

/** What kind of news a state is; the only source of colour. */
export type Tone = 'ok' | 'work' | 'warn' | 'bad' | 'idle'

/** A state in a word or two, with the device or a number where there is one. */
export interface Pill {
  readonly mark: Mark
  readonly tone: Tone
  readonly word: string
  readonly more: string | null
}

/** What a button does. */
export type Deed =
  | { readonly kind: 'start'; readonly variant: string }
  | { readonly kind: 'restart'; readonly variant: string }
  /** Starts the package that was ready before in place of one that does not become ready. */
  | { readonly kind: 'start-last-good'; readonly variant: string }
  | { readonly kind: 'build'; readonly variant: string }
  | { readonly kind: 'verify'; readonly variant: string }
  | { readonly kind: 'choose'; readonly variant: string }
  | { readonly kind: 'consent'; readonly consent: string; readonly variant: string }
  | { readonly kind: 'use-port'; readonly port: number; readonly variant: string }
  /** Works on although another panel says that it does. */
  | { readonly kind: 'take-over'; readonly token: string; readonly again: Deed }
  | { readonly kind: 'stop' }
  /** Stops a version that runs beside another one. */
  | { readonly kind: 'stop-version'; readonly variant: string; readonly beside: string }
  /** Stops it and shows what it wrote. */
  | { readonly kind: 'stop-and-show' }
  /** Ends a pause that came through Docker. */
  | { readonly kind: 'go-on' }
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'preview-switch'; readonly variant: string }
  /** Shows how a version's card becomes usable. */
  | { readonly kind: 'card-help'; readonly variant: string }
  | { readonly kind: 'open'; readonly link: LinkId }
  | { readonly kind: 'start-engine' }
  | { readonly kind: 'check-again' }
  | { readonly kind: 'show'; readonly place: 'build' | 'checks' | 'health' | 'messages' }
  | { readonly kind: 'dismiss' }

/** A button: its words, what it does, and why it cannot be pressed, if it cannot. */
export interface Action {
  readonly label: string
  readonly deed: Deed
  readonly unavailable?: string
}

/** The state of everything in one sentence with one thing to do. */
export interface Headline {
  readonly pill: Pill
  /** Work beside the app's own state; null when there is none. */
  readonly task: Pill | null
  readonly title: string
  readonly sentence: string
  readonly primary: Action | null
  readonly secondary: readonly Action[]
  /** A problem to show in place; its first fix is then the primary action. */
  readonly problem: Problem | null
}
