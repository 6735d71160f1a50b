import { assertNever } from '../assert-never'
import type { DeviceKind } from './project'

/** Whether a version of this kind does its work on a graphics card. */
export function usesCard(kind: DeviceKind): boolean {
  switch (kind) {
    case 'cpu':
    case 'none':
      return false
    case 'nvidia':
    case 'amd':
    case 'intel':
      return true
    default:
      return assertNever(kind)
  }
}
