import type { Found } from '../../core/build/find-lines'
import type { FindTerm } from '../../core/build/find-pattern'
import { askThread } from '../builds/find-in-log'
import { folderOf, messageStore } from './message-store'
import type { MessagesWish } from './read-messages'

interface FindWish extends MessagesWish, FindTerm {
  readonly skip?: number | undefined
  readonly only?: 'first' | undefined
}

/** Finds lines in all messages of a version that are kept. */
export function findInMessages({ variant, wanted, text, kind, skip = 0, only }: FindWish): Promise<Found> {
  const where = { kind: 'messages', folder: folderOf(variant), length: messageStore(variant).file().length(), wanted } as const
  return askThread({ in: where, term: { text, kind }, skip, only: only ?? null })
}
