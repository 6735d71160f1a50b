import { join } from 'node:path'
import { z } from 'zod'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

const schema = z.record(z.string(), z.number())

/** Seconds for one photo as last measured here with this version; null before any. */
export function photoSeconds(variant: string): number | null {
  return file().read()[variant] ?? null
}

/** Keeps what the service measured; tells whether that is news. */
export function keepPhotoSeconds(variant: string, seconds: number): 'new' | 'known' {
  const known = file().read()
  if (known[variant] === seconds) return 'known'
  file().remember({ ...known, [variant]: seconds })
  return 'new'
}

function file(): ReturnType<typeof jsonFile<Record<string, number>>> {
  return jsonFile(join(panelFolder(), 'photo-seconds.json'), schema, {})
}
