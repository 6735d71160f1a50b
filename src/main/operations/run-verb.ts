import { asTyped, type ComposeCommand } from '../../core/compose/command'
import { explain } from '../../core/failure/explain'
import { recognise } from '../../core/failure/recognise'
import { composeMessages } from '../../core/records/compose-progress'
import type { Outcome } from '../../core/operation/operation'
import { runDocker } from '../compose/run-compose'

const VERB_SECONDS = 120

/** Runs a Compose verb to its end and tells how it ended; a failure is recognised from what Docker printed. */
export async function runVerb(command: ComposeCommand, signal: AbortSignal): Promise<Outcome> {
  const ran = await runDocker({ args: command.args, folder: command.folder, seconds: VERB_SECONDS }, signal)
  switch (ran.kind) {
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'not-found':
      return { kind: 'failed', problem: explain({ kind: 'compose-missing' }, []) }
    case 'timed-out':
      return { kind: 'failed', problem: explain({ kind: 'engine-silent' }, [asTyped(command), `no answer within ${ran.seconds} s`]) }
    case 'exited': {
      if (ran.code === 0) return { kind: 'succeeded' }
      const lines = composeMessages(`${ran.stderr}\n${ran.stdout}`)
      const failure = recognise({ command: asTyped(command), code: ran.code, lines, context: 'start' })
      return { kind: 'failed', problem: explain(failure, lines) }
    }
  }
}
