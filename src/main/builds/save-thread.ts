import { parentPort } from 'node:worker_threads'
import { writeLogText, type TextOrder } from './write-log-text'

/** What the thread says: how much is written, from 0 to 1, or that the file is there. */
export type SaveSays = { readonly kind: 'saving'; readonly share: number } | { readonly kind: 'saved' }

const say = (said: SaveSays): void => parentPort?.postMessage(said, [])

parentPort?.on('message', (order: TextOrder) => {
  writeLogText(order, (share) => say({ kind: 'saving', share }))
  say({ kind: 'saved' })
})
