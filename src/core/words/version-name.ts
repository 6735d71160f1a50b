import { assertNever } from '../assert-never'
import type { PanelState } from '../panel/panel'
import type { DeviceKind } from '../project/project'
import { capital } from './count'

/** A version's name inside a sentence: "processor", "graphics card". */
export function versionName(state: PanelState, id: string): string {
  if (state.project.kind !== 'usable') return id
  const variants = state.project.project.variants
  const variant = variants.find((v) => v.id === id)
  if (!variant) return id
  const name = deviceName(variant.kind) ?? id
  const alone = variants.every((v) => v.id === id || deviceName(v.kind) !== name)
  return alone ? name : `${name} (${id})`
}

/** A version's name as a title: "Processor", "Graphics card". */
export function versionTitle(state: PanelState, id: string): string {
  return capital(versionName(state, id))
}

function deviceName(kind: DeviceKind): string | null {
  switch (kind) {
    case 'cpu':
      return 'processor'
    case 'nvidia':
    case 'amd':
    case 'intel':
      return 'graphics card'
    case 'none':
      return null
    default:
      return assertNever(kind)
  }
}
