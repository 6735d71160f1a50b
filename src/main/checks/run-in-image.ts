import { randomBytes } from 'node:crypto'
import { asTyped } from '../../core/compose/command'
import { runDocker, type Ran } from '../compose/run-compose'

/** A program inside an image, cut off from every network. */
export interface InsideCall {
  readonly image: string
  readonly program: readonly string[]
  readonly input?: Uint8Array
  readonly seconds: number
}

/** Runs it in a container of its own that is gone afterwards, also after a cancel; tells the command as typed. */
export async function runInImage({ image, program, input, seconds }: InsideCall, signal: AbortSignal): Promise<{ readonly command: string; readonly ran: Ran }> {
  const name = `facecraft-check-${randomBytes(4).toString('hex')}`
  const args = ['run', '--rm', ...(input ? ['-i'] : []), '--network', 'none', image, ...program]
  const named = ['run', '--name', name, '--label', 'facecraft.panel=check', ...args.slice(1)]
  const ran = await runDocker({ args: named, seconds, ...(input ? { input } : {}) }, signal)
  if (ran.kind !== 'exited') await runDocker({ args: ['rm', '--force', name] }, new AbortController().signal)
  return { command: asTyped({ args, folder: '' }), ran }
}
