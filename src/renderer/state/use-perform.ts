import { useCallback } from 'react'
import type { Deed } from '../../core/panel/headline-words'
import { useClient } from './client-context'
import { perform } from './perform'

/** Gives a function that does what a button says. */
export function usePerform(): (deed: Deed) => void {
  const client = useClient()
  return useCallback((deed: Deed) => void perform(client, deed), [client])
}
