import { join } from 'node:path'
import { z } from 'zod'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

const KEPT = 200

/** Whether a person has agreed to exactly this configuration, told by its hash. */
export function isConsented(hash: string): boolean {
  return file().read().includes(hash)
}

/** Remembers that a person agreed to this configuration; a changed one asks again. */
export function keepConsent(hash: string): void {
  file().write(
    [
      ...file()
        .read()
        .filter((one) => one !== hash),
      hash,
    ].slice(-KEPT),
  )
}

function file(): ReturnType<typeof jsonFile<string[]>> {
  return jsonFile(join(panelFolder(), 'consents.json'), z.array(z.string()), [])
}
