import { runningVariant, variantStatus } from '../../core/panel/chosen-variant'
import type { Deed } from '../../core/panel/headline-words'
import type { PanelState, Settings } from '../../core/panel/panel'
import { versionName } from '../../core/words/version-name'
import type { Screen } from '../state/ui-store'
import { screenNames } from './screen-names'

/** What an entry does: a deed, or something that only the window itself knows. */
export type PaletteDeed =
  | Deed
  | { readonly kind: 'go'; readonly screen: Screen }
  | { readonly kind: 'run-checks' }
  | { readonly kind: 'show-activity' }
  | { readonly kind: 'copy-address'; readonly address: string }
  | { readonly kind: 'appearance'; readonly appearance: Settings['appearance'] }

/** One sentence of the palette, with old words that find it too and its key, if it has one. */
export interface PaletteEntry {
  readonly label: string
  readonly deed: PaletteDeed
  readonly also: string
  readonly keys?: string
  readonly unavailable?: string | undefined
}

/** All that can be done, as sentences; what cannot be done now stays, with its reason. */
export function paletteEntries(state: PanelState): readonly PaletteEntry[] {
  return [...appEntries(state), ...versionEntries(state), ...otherEntries(state)]
}

/** The entries that every word of a search fits, best first. */
export function findEntries(entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const score = (entry: PaletteEntry): number => {
    const label = entry.label.toLowerCase()
    if (!words.every((word) => ` ${label} ${entry.also}`.includes(` ${word}`) || label.includes(word))) return -1
    return words.every((word) => ` ${label}`.includes(` ${word}`)) ? 2 : 1
  }
  return entries
    .map((entry) => ({ entry, points: score(entry) }))
    .filter(({ points }) => points >= 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ entry }) => entry)
}

function appEntries(state: PanelState): readonly PaletteEntry[] {
  const running = runningVariant(state)
  const stopped = running === null ? 'Facecraft is not running' : undefined
  const busy = busyWords(state)
  const port = portOf(state, running)
  const address = `http://localhost:${port ?? 8000}`
  return [
    { label: 'Open Facecraft', deed: { kind: 'open', link: 'app' }, also: 'browser page web localhost', keys: 'O', unavailable: stopped },
    { label: 'Stop', deed: { kind: 'stop' }, also: 'end down container', unavailable: busy ?? stopped },
    { label: 'Restart', deed: { kind: 'restart', variant: running ?? '' }, also: 'container again', unavailable: busy ?? stopped },
    { label: 'Copy address', deed: { kind: 'copy-address', address }, also: 'url link port localhost', unavailable: stopped },
    { label: 'Show app messages', deed: { kind: 'show', place: 'messages' }, also: 'logs container output' },
  ]
}

function versionEntries(state: PanelState): readonly PaletteEntry[] {
  if (state.project.kind !== 'usable') return []
  const running = runningVariant(state)
  const busy = busyWords(state)
  return state.project.project.variants.flatMap((variant): readonly PaletteEntry[] => {
    const name = versionName(state, variant.id)
    const blocked = variantStatus(state, variant.id)?.blocked ?? undefined
    const also = `profile ${variant.id} service up run`
    const move: PaletteEntry =
      running === null
        ? { label: `Start on the ${name}`, deed: { kind: 'start', variant: variant.id }, also, unavailable: blocked ?? busy }
        : {
            label: `Switch to the ${name}`,
            deed: { kind: 'preview-switch', variant: variant.id },
            also: `${also} change`,
            unavailable: running === variant.id ? 'In use already' : blocked,
          }
    const build = {
      label: `Build the ${name} version`,
      deed: { kind: 'build', variant: variant.id },
      also: `image again rebuild dockerfile ${variant.id}`,
      unavailable: blocked ?? busy,
    } as const
    return [move, build]
  })
}

function otherEntries(state: PanelState): readonly PaletteEntry[] {
  const places: readonly Screen[] = ['home', 'build', 'checks', 'health', 'settings']
  const keys: Record<Screen, string> = { home: '1', build: '2', checks: '3', health: '4', settings: ',' }
  const also: Record<Screen, string> = {
    home: 'start',
    build: 'image logs steps',
    checks: 'verify test',
    health: 'status device readiness',
    settings: 'options preferences',
  }
  return [
    { label: 'Run all checks', deed: { kind: 'run-checks' }, also: 'verify test air gap', unavailable: busyWords(state) },
    { label: 'Look for Docker again', deed: { kind: 'check-again' }, also: 'engine daemon refresh' },
    ...places.map((screen): PaletteEntry => ({ label: `Go to ${screenNames[screen]}`, deed: { kind: 'go', screen }, also: also[screen], keys: keys[screen] })),
    { label: 'Show everything done', deed: { kind: 'show-activity' }, also: 'activity history journal logs', keys: 'Shift A' },
    {
      label: 'Light',
      deed: { kind: 'appearance', appearance: 'light' },
      also: 'appearance theme bright',
      unavailable: state.settings.appearance === 'light' ? 'It is light already' : undefined,
    },
    {
      label: 'Dark',
      deed: { kind: 'appearance', appearance: 'dark' },
      also: 'appearance theme night',
      unavailable: state.settings.appearance === 'dark' ? 'It is dark already' : undefined,
    },
    {
      label: 'Light or dark like the computer',
      deed: { kind: 'appearance', appearance: 'auto' },
      also: 'appearance theme automatic system',
      unavailable: state.settings.appearance === 'auto' ? 'It is so already' : undefined,
    },
  ]
}

function busyWords(state: PanelState): string | undefined {
  if (state.engine.kind !== 'running') return 'Docker is not running'
  return state.operation === null ? undefined : 'Something else is running'
}

function portOf(state: PanelState, id: string | null): number | null {
  if (state.project.kind !== 'usable') return null
  return state.project.project.variants.find((v) => v.id === id)?.port?.port ?? null
}
