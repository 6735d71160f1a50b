import { usesCard } from '../project/uses-card'
import { runningVariant } from '../panel/chosen-variant'
import type { PanelState } from '../panel/panel'
import { versionTitle } from '../words/version-name'

/** One proof that the chosen device computes. */
export interface Rung {
  readonly title: string
  readonly state: 'proven' | 'not-proven' | 'broken'
  readonly detail: string
}

/** What proves on which device it computes, from the lowest rung to the highest. */
export interface DeviceProof {
  readonly title: string
  readonly rungs: readonly Rung[]
}

/** The rungs of the version that runs; null while none does. Only what the service itself says counts as seen. */
export function deviceProof(panel: PanelState): DeviceProof | null {
  // What it said before it stopped answering proves nothing now.
  const answering = panel.app.kind === 'ready' || panel.app.kind === 'wrong-device'
  const state = answering ? panel : { ...panel, service: null }
  const id = runningVariant(state)
  const variant = state.project.kind === 'usable' ? state.project.project.variants.find((v) => v.id === id) : undefined
  if (id === null || !variant) return null
  const rungs = usesCard(variant.kind) ? cardRungs(state) : processorRungs(state)
  const proven = rungs.every((rung) => rung.state === 'proven')
  const broken = rungs.some((rung) => rung.state === 'broken')
  return { title: `${versionTitle(state, id)}, ${proven ? 'proven' : broken ? 'not in use' : 'not proven yet'}`, rungs }
}

function shortName(hardware: string): string {
  return (hardware.split(',')[0] ?? '').replace(/^NVIDIA (GeForce )?/, '')
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

function cardRungs({ service, engine, variants }: PanelState): readonly Rung[] {
  const used = service?.device.used ?? null
  const onCard = used !== null && used !== 'cpu'
  const hardware = variants.find((v) => /nvidia|geforce|rtx/i.test(v.hardware))?.hardware ?? ''
  const passes = engine.kind === 'running' && engine.nvidia
  return [
    { title: 'Driver is installed', state: hardware === '' ? 'not-proven' : 'proven', detail: hardware === '' ? NOT_YET : shortName(hardware) },
    { title: 'Docker can pass the card on', state: passes ? 'proven' : 'not-proven', detail: passes ? 'Yes' : NOT_YET },
    { title: 'A test package saw it', state: 'not-proven', detail: NOT_YET },
    { title: 'Facecraft says so', ...says(used, 'cuda'), detail: onCard ? `CUDA ${service?.device.cuda ?? ''}` : used === null ? NOT_YET : 'On the processor' },
    photoRung(service?.photos.done ?? 0, false),
  ]
}

function says(used: string | null, wanted: string): Pick<Rung, 'state'> {
  if (used === null) return { state: 'not-proven' }
  return { state: used.startsWith(wanted) ? 'proven' : 'broken' }
}

function photoRung(done: number, proven: boolean): Rung {
  return { title: 'Worked on a photo', state: proven && done > 0 ? 'proven' : 'not-proven', detail: proven && done > 0 ? 'Yes' : NOT_YET }
}
