import { execa } from 'execa'
import type { CardUse } from '../../core/health/health'
import { readSmi, SMI_QUERY, type DriverSeen } from '../../core/health/nvidia-smi'
import { smiEnvironment } from './look-at-card'

const EVERY_S = 2

/** Tells the use of this computer's first card every 2 s by one process that goes on, until the signal says stop. */
export async function followCard(onUse: (use: CardUse | null) => void, signal: AbortSignal): Promise<void> {
  const running = execa('nvidia-smi', [...SMI_QUERY, '--id=0', `--loop=${EVERY_S}`], {
    env: smiEnvironment(),
    extendEnv: false,
    reject: false,
    buffer: false,
    cancelSignal: signal,
  })
  try {
    for await (const line of running.iterable()) onUse(cardUse(readSmi({ code: 0, output: line })))
  } catch {
    // It was stopped, or there is no such program here: the card is absent then.
  }
  await running
  if (!signal.aborted) onUse(null)
}

/** The use of the first card that the driver names; null where it names none. */
export function cardUse(seen: DriverSeen): CardUse | null {
  const card = seen.kind === 'cards' ? seen.cards[0] : undefined
  return card ? { busy: card.busy, memoryBytes: card.memoryUsedBytes, memoryLimitBytes: card.memoryBytes } : null
}
