import type Docker from 'dockerode'
import { lockName } from '../../core/operation/lock'
import { followVolume } from '../engine/events'
import { lockHolder } from '../engine/lock'
import type { Hub } from '../hub'

/** Tells while another panel works on this project. */
export async function watchOtherPanel(
  hub: Hub,
  { docker, project }: { readonly docker: Docker; readonly project: string },
  signal: AbortSignal,
): Promise<void> {
  const look = async (): Promise<void> => {
    const otherPanel = await lockHolder(docker, project)
    if (!signal.aborted && otherPanel?.token !== hub.state().otherPanel?.token) hub.say({ type: 'other-panel', otherPanel })
  }
  await followVolume(docker, { name: lockName(project), onChange: () => void look() }, signal)
  if (hub.state().otherPanel !== null) hub.say({ type: 'other-panel', otherPanel: null })
}
