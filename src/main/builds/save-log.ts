/// <reference types="electron-vite/node" />
import { rm, stat } from 'node:fs/promises'
import type { Worker } from 'node:worker_threads'
import type { Saving } from '../../shared/contract'
import { buildFolder } from './build-folder'
import { whyNotWritten } from '../files/why-not-written'
import type { SaveSays } from './save-thread'
// The bundler makes the default export: a function that starts the file as a thread.
// eslint-disable-next-line import/default
import startThread from './save-thread?nodeWorker'
import { walkOf } from './walk-build'
import type { TextOrder } from './write-log-text'

/**
 * Writes the whole log of a build as plain text to a path, from its first byte, on a thread of its own. What is written
 * stands beside the path until it is whole; after a failure or an abort nothing is left.
 */
export async function* saveLog(build: string, path: string, signal: AbortSignal): AsyncGenerator<Saving> {
  const folder = buildFolder(build)
  // The steps are numbered as the window numbers them.
  await walkOf(folder).on()
  const { size } = await stat(folder.records)
  const order: TextOrder = { records: folder.records, size, index: walkOf(folder).known().index, path }
  if (signal.aborted) return yield { kind: 'not-saved' }
  const worker = startThread({})
  try {
    worker.postMessage(order, [])
    for await (const said of heard(worker, signal)) {
      if (said.kind === 'saved') return yield { kind: 'saved', path }
      yield said
    }
    yield { kind: 'not-saved' }
  } catch (error) {
    yield { kind: 'not-written', why: whyNotWritten(error) }
  } finally {
    await worker.terminate()
    await rm(`${path}.part`, { force: true })
  }
}

async function* heard(worker: Worker, signal: AbortSignal): AsyncGenerator<SaveSays> {
  const waiting: SaveSays[] = []
  let wake = (): void => undefined
  let failed: Error | null = null
  worker.on('message', (said: SaveSays) => (waiting.push(said), wake()))
  worker.on('error', (error) => ((failed = error), wake()))
  signal.addEventListener('abort', () => wake(), { once: true })
  while (!signal.aborted) {
    for (let said = waiting.shift(); said; said = waiting.shift()) yield said
    if (failed) throw failed
    await new Promise<void>((resolve) => (wake = resolve))
  }
}
