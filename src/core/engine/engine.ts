/** One place where the panel looked for Docker, and what it found there. */
export interface Looked {
  readonly what: string
  readonly where: string
  readonly found: string
  readonly ok: boolean
}

/** Docker as the panel sees it. */
export type EngineState =
  | { readonly kind: 'searching'; readonly since: number }
  | {
      readonly kind: 'running'
      readonly version: string
      readonly compose: string
      readonly where: string
      readonly name: string
      readonly freeBytes: number | null
      readonly cores: number
      readonly memoryBytes: number
      readonly nvidia: boolean
    }
  | { readonly kind: 'missing'; readonly looked: readonly Looked[]; readonly at: number }
  | { readonly kind: 'off'; readonly looked: readonly Looked[]; readonly at: number; readonly canStart: boolean }
  | { readonly kind: 'starting'; readonly since: number }
  | { readonly kind: 'forbidden'; readonly where: string; readonly looked: readonly Looked[]; readonly at: number }
  | { readonly kind: 'no-compose'; readonly version: string; readonly looked: readonly Looked[]; readonly at: number }
  | { readonly kind: 'lost'; readonly since: number; readonly silent: boolean }
