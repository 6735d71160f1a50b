import type Docker from 'dockerode'
import type { CardGround } from '../../core/card/card'
import type { Project, Variant, VariantStatus } from '../../core/project/project'
import { variantStatus } from '../../core/project/variant-status'
import { buildFolder, buildIds } from '../builds/build-folder'
import type { EngineLink } from '../engine/connect'
import { inspectImage } from '../engine/images'
import { goodPackage } from '../health/good-packages'
import { memoryPeak } from '../health/keep-memory'
import { usualStartSeconds } from '../health/record'
import { processorName } from './hardware'
import { photoSeconds } from './photo-seconds'

/** The engine to ask for packages, and what was looked at of each version's card. */
interface Known {
  readonly link: EngineLink | null
  readonly card: (variant: Variant) => CardGround | null
}

/** What this computer has and lacks for each version, and what was measured about it here. */
export async function variantStatuses(project: Project, { link, card }: Known): Promise<readonly VariantStatus[]> {
  return Promise.all(
    project.variants.map(async (variant) => {
      const image = link ? await inspectImage(link.docker, variant.image).catch(() => null) : null
      return variantStatus(
        variant,
        { processor: processorName(), card: card(variant), at: Date.now() },
        {
          package: image && { digest: image.digest, bytes: image.bytes, createdAt: image.createdAt },
          lastGood: link && (await lastGood(link.docker, variant.id, image?.digest ?? null)),
          memoryBytes: memoryPeak(variant.id),
          secondsPerPhoto: photoSeconds(variant.id),
          buildSeconds: lastBuildSeconds(variant.id),
          startSeconds: usualStartSeconds(variant.id),
        },
      )
    }),
  )
}

// Only where it is another than the one that would start now, and nobody has cleared it away.
async function lastGood(docker: Docker, variant: string, current: string | null): Promise<{ readonly digest: string; readonly at: number } | null> {
  const good = goodPackage(variant)
  if (!good || current === null || good.digest === current) return null
  return (await inspectImage(docker, good.digest).catch(() => null)) && good
}

// The longest of the last builds that succeeded: most of them reuse nearly everything, and a person wants to know the whole.
function lastBuildSeconds(variant: string): number | null {
  const times = buildIds()
    .map((id) => buildFolder(id).meta.read())
    .filter((m) => m.variant === variant && m.outcome?.kind === 'succeeded' && m.endedAt !== null)
    .map((m) => ((m.endedAt ?? 0) - m.startedAt) / 1000)
  return times.length === 0 ? null : Math.max(...times)
}
