import type { DeviceEvidence, PhotoSeen } from '../../core/health/device'
import { runningVariant } from '../../core/panel/chosen-variant'
import type { Variant } from '../../core/project/project'
import type { EngineLink } from '../engine/connect'
import type { Hub } from '../hub'
import { lookAtDriver, lookFromContainer } from './look-at-card'

const EVERY_MS = 15 * 60_000

/** The proof that the chosen card computes, kept young. */
export interface DeviceProver {
  /** Looks again now, as after a sleep, or once a version with a card runs again. */
  prove(): Promise<void>
  /** What was seen of the card during a photo. */
  photoSeen(photo: PhotoSeen): void
}

/** Proves the card after each start that became ready, and every 15 min while nothing else is done. */
export function proveDevice(hub: Hub, link: () => EngineLink | null, signal: AbortSignal): DeviceProver {
  let proving = false
  let due = false
  let photo: PhotoSeen = { kind: 'not-watched' }
  let life = ''

  const prove = async (): Promise<void> => {
    const variant = cardVariant(hub)
    const engine = link()
    due = true
    if (proving || !variant || !engine) return
    proving = true
    due = false
    try {
      const driver = await lookAtDriver()
      const container = await lookFromContainer(engine.docker, { image: variant.image, by: variant.asksBy === 'cdi' ? 'cdi' : 'add-on' })
      if (!signal.aborted) hub.say({ type: 'device', device: { variant: variant.id, at: Date.now(), driver, container, photo } })
    } finally {
      proving = false
    }
    // It was asked for meanwhile: another start became ready, or the computer woke up.
    if (due && !signal.aborted) await prove()
  }
  const timer = setInterval(() => {
    if (hub.state().operation === null) void prove()
  }, EVERY_MS)
  const deaf = hub.listen(({ change }) => {
    if (change.type !== 'app') return
    const { app } = change
    // While Docker was away the card may have gone too.
    if (app.kind === 'unknown') due = true
    if (app.kind !== 'ready' && app.kind !== 'wrong-device') return
    const now = `${app.variant} ${app.since}`
    if (now !== life) photo = { kind: 'not-watched' }
    else if (!due) return
    life = now
    void prove()
  })
  signal.addEventListener('abort', () => (clearInterval(timer), deaf()), { once: true })
  return {
    prove,
    photoSeen(seen) {
      photo = seen
      const { device } = hub.state()
      if (device) hub.say({ type: 'device', device: { ...device, photo } satisfies DeviceEvidence })
    },
  }
}

function cardVariant(hub: Hub): Variant | null {
  const { project } = hub.state()
  const id = runningVariant(hub.state())
  const variant = project.kind === 'usable' ? project.project.variants.find((v) => v.id === id) : undefined
  return variant?.kind === 'nvidia' ? variant : null
}
