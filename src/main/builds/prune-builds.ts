import { readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildsToRemove, type StoredBuild } from '../../core/build/prune'
import { isAlive } from '../compose/detached'
import { panelFolder } from '../files/panel-folder'
import { buildFolder, buildIds } from './build-folder'

const ROOM = { builds: 20, bytes: 2_000_000_000 }

/** Removes the oldest builds beyond the room that builds are given, never one that runs or that is still needed. */
export async function pruneBuilds(): Promise<void> {
  // A long log takes a tenth of a second to go, in which nothing else may stand still.
  for (const id of buildsToRemove(buildIds().map(storedBuild), ROOM)) await rm(panelFolder('builds', id), { recursive: true, force: true })
}

function storedBuild(id: string): StoredBuild {
  const meta = buildFolder(id).meta.read()
  return { id, variant: meta.variant, state: stateOf(meta), bytes: bytesIn(panelFolder('builds', id)) }
}

function stateOf(meta: ReturnType<ReturnType<typeof buildFolder>['meta']['read']>): StoredBuild['state'] {
  if (meta.outcome === null && isAlive(meta)) return 'running'
  return meta.outcome?.kind === 'succeeded' ? 'succeeded' : 'ended'
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
