import { join } from 'node:path'
import { z } from 'zod'
import { emptyPanel } from '../../core/panel/apply-event'
import type { Settings } from '../../core/panel/panel'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'

const schema = z.object({
  chosen: z.string().nullable().default(null),
  openWhenReady: z.boolean().default(true),
  checkAfterBuild: z.boolean().default(false),
  notifications: z.boolean().default(true),
  background: z.boolean().default(false),
  startAtLogin: z.boolean().default(false),
  appearance: z.enum(['auto', 'light', 'dark']).default('auto'),
  withoutPause: z.boolean().default(false),
  address: z
    .object({ port: z.number().int().min(1).max(65_535).nullable(), who: z.enum(['this-computer', 'network']).nullable() })
    .default({ port: null, who: null }),
})

/** What a person has set, on disk and in the state. */
export interface SettingsStore {
  change(part: Partial<Settings>): void
}

/** Reads the settings into the state and keeps later changes. */
export function openSettings(hub: Hub): SettingsStore {
  const file = jsonFile<Settings>(join(panelFolder(), 'settings.json'), schema, emptyPanel.settings)
  hub.say({ type: 'settings', settings: file.read() })
  return {
    change(part) {
      const settings = { ...hub.state().settings, ...part }
      file.write(settings)
      hub.say({ type: 'settings', settings })
    },
  }
}
