import type { Ran } from '../../compose/run-compose'
import type { Inside } from '../ground/exec'
import { couldNotRun, evidenceOf, type Evidence, type Finding, type Subject } from '../check'

/** What a program in the room said, or the finding that it could not be asked. */
export type Asked =
  | { readonly kind: 'answered'; readonly stdout: string; readonly code: number; readonly evidence: Evidence }
  | { readonly kind: 'silent'; readonly finding: Finding }

/** Runs a program in the shared room of the package. */
export async function askInRoom({ ground }: Subject, inside: Inside, signal: AbortSignal): Promise<Asked> {
  const room = await ground.room()
  const { command, ran } = await room.run(inside, signal)
  return heard(command, ran)
}

/** Reads how a program ended; one that did not start because it is not there has exit code 126 or 127. */
function heard(command: string, ran: Ran): Asked {
  if (ran.kind !== 'exited') return { kind: 'silent', finding: couldNotRun(command, ran) }
  return { kind: 'answered', stdout: ran.stdout, code: ran.code, evidence: evidenceOf(command, ran) }
}
