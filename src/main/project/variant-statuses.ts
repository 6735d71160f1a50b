import type { Project, VariantStatus } from '../../core/project/project'
import { variantStatus } from '../../core/project/variant-status'
import { buildFolder, buildIds } from '../builds/build-folder'
import type { EngineLink } from '../engine/connect'
import { inspectImage } from '../engine/images'
import { usualStartSeconds } from '../health/record'
import type { Hub } from '../hub'
import { driverLoaded, nvidiaCards, processorName } from './hardware'
import { photoSeconds } from './photo-seconds'

/** What this computer has and lacks for each version, and what was measured about it here. */
export async function variantStatuses(hub: Hub, project: Project, link: EngineLink | null): Promise<readonly VariantStatus[]> {
  const { engine } = hub.state()
  const ground = {
    processor: processorName(),
    cards: await nvidiaCards(),
    driverLoaded: await driverLoaded(),
    enginePassesCards: engine.kind === 'running' ? engine.nvidia : null,
  }
  return Promise.all(
    project.variants.map(async (variant) => {
      const image = link ? await inspectImage(link.docker, variant.image).catch(() => null) : null
      return variantStatus(variant, ground, {
        package: image && { digest: image.digest, bytes: image.bytes, createdAt: image.createdAt },
        secondsPerPhoto: photoSeconds(variant.id),
        buildSeconds: lastBuildSeconds(variant.id),
        startSeconds: usualStartSeconds(variant.id),
      })
    }),
  )
}

// The longest of the last builds that succeeded: most of them reuse nearly everything, and a person wants to know the whole.
function lastBuildSeconds(variant: string): number | null {
  const times = buildIds()
    .map((id) => buildFolder(id).meta.read())
    .filter((m) => m.variant === variant && m.outcome?.kind === 'succeeded' && m.endedAt !== null)
    .map((m) => ((m.endedAt ?? 0) - m.startedAt) / 1000)
  return times.length === 0 ? null : Math.max(...times)
}
