import { openMessageLog, type MessageLog } from '../../core/messages/message-log'
import { panelFolder } from '../files/panel-folder'
import { openMessageFile, type MessageFile } from './message-file'

/** The messages of one version as they are kept, and where they come from. */
export interface MessageStore {
  log(): MessageLog
  file(): Omit<MessageFile, 'append' | 'isFull'>
  /** Adds what the log said is to be added. */
  add(text: string): Promise<void>
  /** Resolves with the length when it is beyond a position, or with what it is after some time. */
  grown(from: number): Promise<number>
}

const END = 4 * 1024 * 1024
const SAID_EVERY = 1024 * 1024
const LONGEST_WAIT_MS = 20_000

const stores = new Map<string, MessageStore>()

/** The messages of a version, opened once. */
export function messageStore(variant: string): MessageStore {
  const folder = folderOf(variant)
  const store = stores.get(folder) ?? openStore(() => openMessageFile(folder))
  stores.set(folder, store)
  return store
}

/** Where the messages of a version are; ids from outside never become paths. */
export function folderOf(variant: string): string {
  return panelFolder('messages', encodeURIComponent(variant).replaceAll('.', '%2E'))
}

/** Opens a store over a file, which is opened again whenever something could not be written. */
export function openStore(open: () => MessageFile): MessageStore {
  let file = open()
  let log = openMessageLog(endOf(file))
  let sinceSaid = 0
  let waiting: (() => void)[] = []
  return {
    log: () => log,
    file: () => file,
    async add(text) {
      if (text === '') return
      // Whoever reads the end only must learn which container it is.
      const said = file.isFull() || sinceSaid > SAID_EVERY ? log.same(Date.now()) : ''
      try {
        await file.append(said + text)
      } catch (error) {
        // What was not written was not seen.
        file = open()
        log = openMessageLog(endOf(file))
        throw error
      }
      sinceSaid = said === '' ? sinceSaid + text.length : 0
      for (const wake of waiting.splice(0)) wake()
    },
    grown(from) {
      if (file.length() > from) return Promise.resolve(file.length())
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          waiting = waiting.filter((one) => one !== done)
          resolve(file.length())
        }
        const timer = setTimeout(done, LONGEST_WAIT_MS)
        waiting.push(done)
      })
    },
  }
}

function endOf(file: MessageFile): string {
  const parts: string[] = []
  for (let at = Math.max(file.start(), file.length() - END); at < file.length();) {
    const { text } = file.read(at, END)
    parts.push(text)
    at += text.length || END
  }
  return parts.join('')
}
