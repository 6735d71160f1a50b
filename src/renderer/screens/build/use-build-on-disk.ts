import { useEffect, useState } from 'react'
import type { Build } from '../../../core/build/build'
import { useClient } from '../../state/client-context'

/** A build by its id, once it was read from disk; null until then, and without an id. `onGone` is called where it is not there any more. */
export function useBuildOnDisk(id: string | null, onGone: () => void): Build | null {
  const client = useClient()
  const [build, setBuild] = useState<Build | null>(null)
  useEffect(() => {
    // What was shown before is not shown again while another one is read.
    if (id === null) return setBuild(null)
    let wanted = true
    const take = (read: Build | null): void => {
      if (!wanted) return
      if (read === null) onGone()
      setBuild(read)
    }
    client.replayBuild({ build: id }).then(take, () => take(null))
    return () => {
      wanted = false
    }
  }, [client, id, onGone])
  return id === null ? null : build
}
