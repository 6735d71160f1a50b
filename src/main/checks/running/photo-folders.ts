import { deadline } from '../../engine/deadline'
import type { Subject } from '../check'
import { readProject } from '../project/read'

/** A folder with photos: Docker's name of it, where the app sees it, and whether it has been made yet. */
export interface PhotoFolder {
  readonly volume: string
  readonly path: string
  readonly exists: boolean
}

const ASK_MS = 10_000

/** The named folders of a version, as the project's file tells them. */
export async function photoFolders(subject: Subject): Promise<readonly PhotoFolder[]> {
  const { tools, variant } = subject
  const read = await readProject(subject, [variant.id].filter(Boolean))
  if (read.kind === 'not-read') return []
  const named = (read.config.volumes ?? {}) as Record<string, { name?: string } | null>
  const mounts = (read.config.services?.[variant.main]?.volumes ?? []).filter((m) => m.type === 'volume' && m.source)
  return Promise.all(
    mounts.map(async ({ source = '', target = '' }) => {
      const volume = named[source]?.name ?? `${tools.project.name}_${source}`
      return { volume, path: target, exists: await exists(subject, volume) }
    }),
  )
}

async function exists({ tools }: Subject, volume: string): Promise<boolean> {
  return deadline(tools.docker.getVolume(volume).inspect(), ASK_MS).then(
    () => true,
    (error: unknown) => {
      if ((error as { statusCode?: number }).statusCode === 404) return false
      throw error
    },
  )
}
