import { variantIn } from './tools'
import { verify } from './verify'
import type { Panel } from '../panel'

/** Runs all checks on a version as soon as it was built, if the person wants that. */
export function checkAfterBuild(panel: Panel): void {
  panel.hub.listen(({ change }) => {
    if (change.type !== 'operation-ended' || change.outcome.kind !== 'succeeded') return
    const { settings, history, project } = panel.hub.state()
    const built = history[0]?.kind === 'build' && project.kind === 'usable' ? variantIn(project.project, history[0].variant) : undefined
    if (!settings.checkAfterBuild || !built) return
    panel.operations.begin({ kind: 'verify', variant: built.id, recipe: (tools, signal) => verify(tools, { variant: built, only: null }, signal) })
  })
}
