import type { CheckInfo } from '../../../core/check/check'
import { checklist } from '../../../core/check/checklist'
import { canRun } from '../../../core/check/checklist-cells'
import type { PanelState } from '../../../core/panel/panel'
import type { PanelClient } from '../../state/client'
import { usePanelStore } from '../../state/panel-store'
import { refuse } from '../../state/ui-store'

interface Run {
  readonly variant: string
  readonly only?: string
}

/** Runs checks on every version they can be tried on without building it, one version after the other. */
export async function runChecks(client: Pick<PanelClient, 'verify'>, only: CheckInfo | null): Promise<void> {
  for (const run of plan(usePanelStore.getState().state, only)) {
    refuse(null)
    const accepted = await client.verify(run)
    if (accepted.kind === 'refused') return refuse(accepted.problem)
    if ((await ended(accepted.id)) !== 'succeeded') return
  }
}

/** What will run: all checks at once on a version that is built, else one by one those that need no package. */
export function plan(state: PanelState, only: CheckInfo | null): readonly Run[] {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  return variants.flatMap((variant) => {
    const possible = checklist.filter((info) => (only === null || info.id === only.id) && canRun(state, info, variant))
    const built = state.variants.some((v) => v.id === variant.id && v.package !== null)
    return only === null && built ? [{ variant: variant.id }] : possible.map((info) => ({ variant: variant.id, only: info.id }))
  })
}

function ended(id: string): Promise<string> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const outcome = usePanelStore.getState().state.history.find((operation) => operation.id === id)?.outcome
      if (!outcome) return false
      resolve(outcome.kind)
      return true
    }
    if (look()) return
    const stop = usePanelStore.subscribe(() => look() && stop())
  })
}
