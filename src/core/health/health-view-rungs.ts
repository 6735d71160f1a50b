import { usesCard } from '../project/uses-card'
import { runningVariant } from '../panel/chosen-variant'
import { isDockerAway } from '../panel/docker-away'
import type { PanelState } from '../panel/panel'
import { versionTitle } from '../words/version-name'
import { when } from '../words/when'
import { cardRungs, type Rung } from './rungs'

/** What proves on which device it computes, from the lowest rung to the highest. */
export interface DeviceProof {
  readonly title: string
  /** When the card was looked at last; empty for the processor, which is asked all the time. */
  readonly age: string
  readonly rungs: readonly Rung[]
}

/** The rungs of the version that runs; null while none is known to. Only what was seen counts. */
export function deviceProof(panel: PanelState, now: number): DeviceProof | null {
  if (isDockerAway(panel)) return null
  // What it said before it stopped answering proves nothing now.
  const answering = panel.app.kind === 'ready' || panel.app.kind === 'wrong-device'
  const state = answering ? panel : { ...panel, service: null }
  const id = runningVariant(state)
  const variant = state.project.kind === 'usable' ? state.project.project.variants.find((v) => v.id === id) : undefined
  if (id === null || !variant) return null
  const rungs = usesCard(variant.kind) ? rungsOfCard(state, id) : processorRungs(state)
  const proven = rungs.every((rung) => rung.state === 'proven')
  const broken = rungs.some((rung) => rung.state === 'broken')
  return {
    title: `${versionTitle(state, id)}, ${proven ? 'proven' : broken ? 'not in use' : 'not proven yet'}`,
    age: usesCard(variant.kind) && state.device?.variant === id ? when(state.device.at, now) : '',
    rungs,
  }
}

const NOT_YET = 'Not proven yet'

function processorRungs({ service, variants }: PanelState): readonly Rung[] {
  const hardware = variants.find((v) => v.package !== null && v.hardware !== '')?.hardware.split(',')[0] ?? ''
  const used = service?.device.used ?? null
  return [
    { title: 'Processor found', state: 'proven', detail: hardware },
    { title: 'Facecraft says so', ...says(used, 'cpu'), detail: used === null ? NOT_YET : (service?.device.torch ?? '') },
    photoRung(service?.photos.done ?? 0, used === 'cpu'),
  ]
}

function rungsOfCard({ service, engine, device }: PanelState, variant: string): readonly Rung[] {
  return cardRungs({
    evidence: device?.variant === variant ? device : null,
    enginePasses: engine.kind === 'running' ? engine.nvidia : null,
    used: service?.device.used ?? null,
    cuda: service?.device.cuda ?? null,
  })
}

function says(used: string | null, wanted: string): Pick<Rung, 'state'> {
  if (used === null) return { state: 'not-proven' }
  return { state: used.startsWith(wanted) ? 'proven' : 'broken' }
}

function photoRung(done: number, proven: boolean): Rung {
  return { title: 'Worked on a photo', state: proven && done > 0 ? 'proven' : 'not-proven', detail: proven && done > 0 ? 'Yes' : NOT_YET }
}
