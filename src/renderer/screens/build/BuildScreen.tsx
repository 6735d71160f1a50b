import { useCallback, useState } from 'react'
import { usePanel } from '../../state/panel-store'
import { showBuild, useUi } from '../../state/ui-store'
import { BuildHistory } from './BuildHistory'
import { BuildView } from './BuildView'
import { NothingBuilt } from './NothingBuilt'
import { TwoBuilds } from './TwoBuilds'
import { useBuildOnDisk } from './use-build-on-disk'

/** What is being made, how far it is, and what went wrong, in words and raw; below, earlier builds, of which any can be shown or compared. */
export function BuildScreen() {
  const last = usePanel((s) => s.build)
  const asked = useUi((s) => s.earlierBuild)
  const [compared, setCompared] = useState<string | null>(null)
  const toLast = useCallback(() => showBuild(null), [])
  const stopComparing = useCallback(() => setCompared(null), [])
  const earlier = useBuildOnDisk(asked === last?.id ? null : asked, toLast)
  const other = useBuildOnDisk(compared, stopComparing)
  const build = earlier ?? last
  return (
    <>
      {build === null ? <NothingBuilt /> : <BuildView key={build.id} build={build} age={earlier === null ? 'last' : 'earlier'} />}
      {build && other ? <TwoBuilds build={build} other={other} onClose={stopComparing} /> : null}
      <BuildHistory shown={build} onCompare={setCompared} />
    </>
  )
}
