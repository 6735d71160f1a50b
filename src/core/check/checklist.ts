import type { CheckInfo } from './check'
import { packageClaims } from './claims-package'
import { projectClaims } from './claims-project'
import { runningClaims } from './claims-running'

/** The promises of the checklist in the order of the screen: a new check is one row in the file of its kind. */
export const checklist: readonly CheckInfo[] = [...projectClaims, ...packageClaims, ...runningClaims]

/** The promise with this name. */
export function claimOf(id: CheckInfo['id']): CheckInfo | undefined {
  return checklist.find((info) => info.id === id)
}
