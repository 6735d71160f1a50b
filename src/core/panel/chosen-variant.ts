import type { PanelState } from './panel'
import type { VariantStatus } from '../project/project'

/** The version the next start is about: the one chosen, else the last one used, else the processor's. */
export function chosenVariant(state: PanelState): string | null {
  if (state.project.kind !== 'usable') return null
  const variants = state.project.project.variants
  const known = (id: string | null) => (id !== null && variants.some((v) => v.id === id) ? id : null)
  const last = state.app.kind === 'stopped' ? state.app.variant : null
  const processor = variants.find((v) => v.kind === 'cpu')
  return known(state.settings.chosen) ?? known(last) ?? processor?.id ?? variants[0]?.id ?? null
}

/** The version that runs or is coming up; null when the app is stopped or unknown. */
export function runningVariant(state: PanelState): string | null {
  return 'variant' in state.app && state.app.kind !== 'stopped' ? state.app.variant : null
}

/** What is known about a version on this computer. */
export function variantStatus(state: PanelState, id: string | null): VariantStatus | null {
  return state.variants.find((v) => v.id === id) ?? null
}
