import { usePanel } from '../../state/panel-store'
import { BuildHistory } from './BuildHistory'
import { BuildView } from './BuildView'
import { NothingBuilt } from './NothingBuilt'

/** What is being made, how far it is, and what went wrong, in words and raw; below, earlier builds. */
export function BuildScreen() {
  const build = usePanel((s) => s.build)
  return (
    <>
      {build === null ? <NothingBuilt /> : <BuildView key={build.id} build={build} />}
      <BuildHistory />
    </>
  )
}
