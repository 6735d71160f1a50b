import type { Hub } from '../hub'
import { adoptBuild } from '../operations/build-images'
import type { Operations } from '../operations/operations'
import { buildFolder, buildIds } from './build-folder'
import { endedBuild, replayBuild } from './replay-build'

/** Takes up the newest build of an earlier panel where it still runs or nobody saw its end; else shows how it ended. */
export function resumeBuilds(hub: Hub, operations: Operations): void {
  const [newest] = buildIds()
  if (newest === undefined || hub.state().build !== null || hub.state().operation !== null) return
  const meta = buildFolder(newest).meta.read()
  if (meta.outcome === null) {
    operations.begin({ kind: 'build', variant: meta.variant, recipe: (tools, signal) => adoptBuild(tools, newest, signal) })
    return
  }
  // Its log can be read at once, its steps once the records were walked through.
  hub.say({ type: 'build', build: endedBuild(newest) })
  void addSteps(hub, newest)
}

async function addSteps(hub: Hub, id: string): Promise<void> {
  const build = await replayBuild(id)
  if (hub.state().build?.id === id) hub.say({ type: 'build', build })
}
