import { assertNever } from '../../core/assert-never'
import type { EngineState } from '../../core/engine/engine'

/** Docker's state for the sidebar's foot. */
export function engineWords(engine: EngineState): { readonly words: string; readonly dot: 'good' | 'busy' | 'bad' | 'off' } {
  switch (engine.kind) {
    case 'running':
      return { words: 'Docker is running', dot: 'good' }
    case 'searching':
      return { words: 'Looking for Docker', dot: 'busy' }
    case 'starting':
      return { words: 'Docker is starting', dot: 'busy' }
    case 'missing':
      return { words: 'Docker is missing', dot: 'off' }
    case 'off':
      return { words: 'Docker is off', dot: 'off' }
    case 'forbidden':
      return { words: 'No access to Docker', dot: 'bad' }
    case 'no-compose':
      return { words: 'Docker is incomplete', dot: 'bad' }
    case 'lost':
      return { words: 'Docker does not answer', dot: 'bad' }
    default:
      return assertNever(engine)
  }
}
