import { remove } from '../../core/compose/stop'
import { explain } from '../../core/failure/explain'
import { runVerb } from './run-verb'
import { selectionOf, variantIn, type Tools } from './tools'

/**
 * Looks at what an earlier panel left of a switch that it did not finish: a new version that only was made is taken away
 * again; when neither version runs, it is said, with both ways out.
 */
export async function recoverSwitch(tools: Tools): Promise<void> {
  const { history, operation } = tools.hub.state()
  const [last] = history
  if (operation !== null || last?.kind !== 'switch' || last.outcome?.kind !== 'interrupted' || last.from === undefined) return
  const [old, next] = [variantIn(tools.project, last.from), variantIn(tools.project, last.variant)]
  if (!old || !next || old.id === next.id) return
  const made = await tools.app.containerOf(next)
  const running = tools.app.running()
  if (running?.service === old.main && made?.state === 'created') await runVerb(remove(tools.place, selectionOf(next)), new AbortController().signal)
  if (running === null) tools.hub.say({ type: 'notice', problem: explain({ kind: 'switch-interrupted', from: old.id, to: next.id }, []) })
}
