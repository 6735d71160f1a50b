import type { Wanted } from '../../../core/messages/kept-line'
import { createMessageLines } from '../../../core/messages/message-lines'
import { followSaving } from '../../kit/log/follow-saving'
import { rest } from '../../kit/log/rest'
import type { ShownLog } from '../../kit/log/shown-log'
import type { PanelClient } from '../../state/client'

const RETRY_MS = 1000
const COUNT_EVERY_MS = 250
const REST_MS = 250

/** Whose messages, and which of them. */
export interface MessagesChoice {
  readonly variant: string
  readonly wanted: Wanted
}

/** The messages of a version as the main process keeps them; more may always come. */
export function messagesLog(client: PanelClient, choice: MessagesChoice): ShownLog {
  const { variant } = choice
  let length = 0
  return {
    source: {
      read: async (from, to) => {
        const part = await client.readMessages({ ...choice, from, ...(to === undefined ? {} : { to }) })
        length = Math.max(length, part.next)
        return part
      },
      back: (lines, before) => client.messagesPlace({ ...choice, lines, ...(before === undefined ? {} : { before }) }),
      length: () => length,
      grown: async (from, signal) => {
        const known = await client.messagesGrown({ variant, from }, { signal }).catch(() => null)
        if (known === null) return pause(RETRY_MS)
        length = known
      },
      count: (from) => client.countMessages({ ...choice, from }),
      again: () => pause(RETRY_MS),
      pause: () => pause(COUNT_EVERY_MS),
      rest: (signal) => rest(REST_MS, signal),
    },
    lines: () => createMessageLines(Date.now),
    only: null,
    quietSteps: () => () => [],
    find: (ask) => client.findInMessages({ ...choice, ...ask }),
    save: (told, signal) => followSaving((until) => client.saveMessages({ variant }, { signal: until }), told, signal),
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
