import { join } from 'node:path'
import { z } from 'zod'
import { withMemory, type MemoryPeak } from '../../core/health/memory-peak'
import { runningVariant } from '../../core/panel/chosen-variant'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'

const schema = z.record(z.string(), z.object({ digest: z.string(), bytes: z.number() }))

/** The most memory that a version was seen to use here; null before any look. */
export function memoryPeak(variant: string): number | null {
  return file().read()[variant]?.bytes ?? null
}

/** Remembers the highest memory of each version that is measured; `onNews` when there is a higher one. */
export function keepMemoryPeaks(hub: Hub, image: () => string | null, onNews: () => void): void {
  hub.listen(({ change }) => {
    const last = change.type === 'usage' ? change.usage.at(-1) : undefined
    const variant = runningVariant(hub.state())
    const digest = image()
    if (!last || variant === null || digest === null || hub.state().operation !== null) return
    const known = file().read()
    const next = withMemory(known[variant], { digest, bytes: last.memoryBytes })
    if (next === known[variant]) return
    file().remember({ ...known, [variant]: next })
    onNews()
  })
}

function file(): ReturnType<typeof jsonFile<Readonly<Record<string, MemoryPeak>>>> {
  return jsonFile(join(panelFolder(), 'memory-peaks.json'), schema, {})
}
