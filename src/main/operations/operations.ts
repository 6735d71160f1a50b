import { randomBytes } from 'node:crypto'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import type { Operation, OperationKind, Outcome } from '../../core/operation/operation'
import type { JournalEntry } from '../../core/operation/replay'
import type { Accepted } from '../../shared/contract'
import type { Hub } from '../hub'
import { readJournals, writeJournal } from './journal'
import type { Recipe, Telling, Tools } from './tools'
import { troubleOf } from './trouble'
import { underLock } from './under-lock'

/** What to set going. */
export interface Order {
  readonly kind: OperationKind
  readonly variant: string
  readonly recipe: Recipe
}

/** Runs one operation at a time: numbers it, keeps its journal, announces it, cancels it. */
export interface Operations {
  begin(order: Order): Accepted
  /** Asks the operation to stop; resolves when it has ended. */
  cancel(id: string): Promise<void>
  /** Resolves with the outcome once the operation has ended. */
  ended(id: string): Promise<Outcome>
}

/** Operations over what `tools` gives at the moment of each; a problem says why nothing can be done now. */
export function createOperations(hub: Hub, tools: () => Tools | Problem): Operations {
  const running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<Outcome> }>()
  hub.say({ type: 'history', history: readJournals() })

  const tell = (entry: Exclude<JournalEntry, { type: 'operation-began' }>): void => {
    try {
      writeJournal(entry.id, entry)
    } catch {
      // What is under way has to come to its end also when nothing more can be written down.
    }
    hub.say(entry)
  }
  const run = async (operation: Operation, order: Order, ground: { readonly tools: Tools; readonly signal: AbortSignal }): Promise<Outcome> => {
    let outcome: Outcome
    try {
      const recipe = order.recipe(ground.tools, ground.signal)
      outcome = await underLock(ground.tools, order, () =>
        toEnd(recipe, (told) => {
          if ('stage' in told) tell({ type: 'operation-stage', id: operation.id, stage: told.stage, at: Date.now() })
          else hub.say(told)
        }),
      )
    } catch (error) {
      outcome = { kind: 'failed', problem: troubleOf(error, order.kind) }
    }
    running.delete(operation.id)
    tell({ type: 'operation-ended', id: operation.id, at: Date.now(), outcome })
    return outcome
  }

  return {
    begin(order) {
      const current = hub.state().operation
      if (current) return { kind: 'refused', problem: explain({ kind: 'busy', running: current.kind }, []) }
      const ground = tools()
      if ('failure' in ground) return { kind: 'refused', problem: ground }
      const { app } = hub.state()
      const from = 'since' in app ? { from: app.variant } : {}
      const operation: Operation = {
        id: newId(),
        kind: order.kind,
        variant: order.variant,
        ...from,
        startedAt: Date.now(),
        endedAt: null,
        stage: null,
        outcome: null,
      }
      const stop = new AbortController()
      const began = { type: 'operation-began', operation } as const
      try {
        writeJournal(operation.id, began)
      } catch (error) {
        return { kind: 'refused', problem: explain({ kind: 'disk-full', where: 'panel' }, [String(error)]) }
      }
      hub.say(began)
      running.set(operation.id, { stop, ended: run(operation, order, { tools: ground, signal: stop.signal }) })
      return { kind: 'accepted', id: operation.id }
    },
    async cancel(id) {
      const one = running.get(id)
      if (!one) return
      hub.say({ type: 'operation-stage', id, stage: 'cancelling', at: Date.now() })
      one.stop.abort()
      await one.ended
    },
    async ended(id) {
      return (await running.get(id)?.ended) ?? hub.state().history.find((o) => o.id === id)?.outcome ?? { kind: 'interrupted' }
    },
  }
}

async function toEnd(recipe: AsyncGenerator<Telling, Outcome>, tell: (told: Telling) => void): Promise<Outcome> {
  for (;;) {
    const step = await recipe.next()
    if (step.done) return step.value
    tell(step.value)
  }
}

function newId(): string {
  return `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}`
}
