import { useEffect, useState } from 'react'
import type { Build } from '../../../core/build/build'
import { useClient } from '../../state/client-context'
import { showBuild } from '../../state/ui-store'

/** An earlier build by its id, once it was read from disk; null until then, and without an id. */
export function useEarlierBuild(id: string | null): Build | null {
  const client = useClient()
  const [build, setBuild] = useState<Build | null>(null)
  useEffect(() => {
    if (id === null) return
    let wanted = true
    const take = (read: Build | null): void => {
      if (!wanted) return
      if (read === null) showBuild(null)
      setBuild(read)
    }
    client.replayBuild({ build: id }).then(take, () => take(null))
    return () => {
      wanted = false
    }
  }, [client, id])
  return id === null ? null : build
}
