import { usePanel } from '../../state/panel-store'
import { useUi } from '../../state/ui-store'
import { BuildHistory } from './BuildHistory'
import { BuildView } from './BuildView'
import { NothingBuilt } from './NothingBuilt'
import { useEarlierBuild } from './use-earlier-build'

/** What is being made, how far it is, and what went wrong, in words and raw; below, earlier builds, of which any can be shown instead. */
export function BuildScreen() {
  const last = usePanel((s) => s.build)
  const asked = useUi((s) => s.earlierBuild)
  const earlier = useEarlierBuild(asked === last?.id ? null : asked)
  const build = earlier ?? last
  return (
    <>
      {build === null ? <NothingBuilt /> : <BuildView key={build.id} build={build} age={earlier === null ? 'last' : 'earlier'} />}
      <BuildHistory shown={build?.id ?? null} />
    </>
  )
}
