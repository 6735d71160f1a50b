import { runningVariant } from '../../core/panel/chosen-variant'
import type { TryResult } from '../../shared/contract'
import { watchCard } from '../health/look-at-card'
import type { Panel } from '../panel'
import { tryPhoto, type Photo } from './try-photo'

/** Tries a photo; on a version with a card the card is watched meanwhile, which is the last step of its proof. */
export async function tryWatched(panel: Panel, photo: Photo): Promise<TryResult> {
  const send = (): Promise<TryResult> => tryPhoto(panel.app()?.base() ?? null, photo)
  const state = panel.hub.state()
  if (state.device?.driver.kind !== 'cards' || state.device.variant !== runningVariant(state)) return send()
  const { result, photo: seen } = await watchCard(send)
  if (result.kind === 'portrait') panel.device.photoSeen(seen)
  return result
}
