import { join } from 'node:path'
import { z } from 'zod'
import { runningVariant } from '../../core/panel/chosen-variant'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'
import type { Hub } from '../hub'

/** The package of a version that last became ready here, and when. */
export interface GoodPackage {
  readonly digest: string
  readonly at: number
}

const schema = z.record(z.string(), z.object({ digest: z.string(), at: z.number() }))

/** The last package of a version that became ready; null before any. */
export function goodPackage(variant: string): GoodPackage | null {
  return file().read()[variant] ?? null
}

/** Remembers the package of each version that becomes ready. */
export function keepGoodPackages(hub: Hub, image: () => string | null): void {
  hub.listen(({ change }) => {
    const variant = runningVariant(hub.state())
    const digest = image()
    if (change.type !== 'app' || change.app.kind !== 'ready' || variant === null || digest === null) return
    const known = file().read()
    if (known[variant]?.digest !== digest) file().remember({ ...known, [variant]: { digest, at: Date.now() } })
  })
}

function file(): ReturnType<typeof jsonFile<Readonly<Record<string, GoodPackage>>>> {
  return jsonFile(join(panelFolder(), 'good-packages.json'), schema, {})
}
