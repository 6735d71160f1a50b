import { shippedGuess } from '../project/shipped-guesses'
import { size } from '../words/size'
import { runningVariant } from './chosen-variant'
import type { PanelState } from './panel'

/** Whether a switch makes those who use the app wait, and why although it should not; null where nobody asked for that. */
export type Pause = { readonly kind: 'none' } | { readonly kind: 'pause'; readonly why: string | null }

// What the rest of the computer keeps.
const RESERVE_BYTES = 500_000_000

/** How a switch to this version would go now. */
export function pauseOf(state: PanelState, target: string): Pause {
  if (!state.settings.withoutPause || runningVariant(state) === null) return { kind: 'pause', why: null }
  const why = notThisProject(state) ?? notThisRun(state) ?? notEnough(state, target)
  return why === null ? { kind: 'none' } : { kind: 'pause', why }
}

/** Why the versions of this project cannot run side by side, whatever is set; null where they can. */
export function notThisProject({ project }: PanelState): string | null {
  return project.kind === 'usable' ? (project.project.noForwarder ?? null) : null
}

function notThisRun({ side }: PanelState): string | null {
  return side.way === 'forwarder' ? null : 'This time only, since it was not started behind the forwarder'
}

/** Bytes of memory that this version needs beside the running one: the most that was seen here, or what is expected of its kind. */
export function memoryBeside({ project, variants }: PanelState, target: string): number {
  const seen = variants.find((v) => v.id === target)?.memoryBytes
  if (seen !== undefined) return seen
  const kind = project.kind === 'usable' ? project.project.variants.find((v) => v.id === target)?.kind : undefined
  return shippedGuess(kind ?? 'cpu').memoryBytes
}

function notEnough(state: PanelState, target: string): string | null {
  const needed = memoryBeside(state, target) + RESERVE_BYTES
  const { freeMemory } = state.side
  if (freeMemory !== null) return freeMemory < needed ? `Both at once need ${size(needed)} of free memory, ${size(freeMemory)} are free` : null
  // Where Docker has a computer of its own, only its whole memory is known.
  const whole = state.engine.kind === 'running' ? state.engine.memoryBytes : 0
  return whole < 2 * needed ? `Both at once need more memory than the ${size(whole)} that Docker has` : null
}
