import { app, dialog } from 'electron'
import { join } from 'node:path'
import { ownFaultWords } from '../../core/words/own-fault'
import { appendBounded } from '../files/append-bounded'
import { panelFolder } from '../files/panel-folder'

/** Takes what the panel's own code failed to catch: it is written to faults.log and told in words, one at a time. */
export function takeOwnFaults(): void {
  const file = join(panelFolder(), 'faults.log')
  let leaving = false
  let telling = false
  app.on('before-quit', () => (leaving = true))
  const take = async (error: Error): Promise<void> => {
    appendBounded(file, `${new Date().toISOString()} ${error.stack ?? error.message}\n`)
    // A window that asks would keep the panel from leaving.
    if (leaving || telling) return
    telling = true
    await tell(error, file)
    telling = false
  }
  process.on('uncaughtException', (error) => void take(error))
}

async function tell(error: Error, file: string): Promise<void> {
  await app.whenReady()
  const { title, sentence, buttons } = ownFaultWords(error.message, file)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Facecraft',
    message: title,
    detail: sentence,
    buttons: [...buttons],
    cancelId: 1,
  })
  if (response !== 0) return
  app.relaunch()
  app.quit()
}
