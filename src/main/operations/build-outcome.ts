import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Build, BuildStep } from '../../core/build/build'
import { failedLines } from '../../core/build/file-excerpt'
import { judgeBuild } from '../../core/build/judge'
import { explain } from '../../core/failure/explain'
import { recognise } from '../../core/failure/recognise'
import { buildLines } from '../../core/failure/recognise-lines'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { composeMessages } from '../../core/records/compose-progress'
import type { BuildFolder } from '../builds/build-folder'
import { keptDockerfile } from '../builds/kept-file'
import { readRemains } from '../builds/remains'
import { inspectImage } from '../engine/images'
import type { Tools } from './tools'

/** A build whose command has ended, and how it ended; the code is null when nobody saw it. */
export interface EndedBuild {
  readonly folder: BuildFolder
  readonly variant: Variant
  readonly command: string
  readonly build: Build
  readonly code: number | null
}

/** How a build ended, by all witnesses together, and the package that is there now. */
export async function outcomeOf(tools: Tools, ended: EndedBuild, signal: AbortSignal): Promise<{ readonly outcome: Outcome; readonly digest: string | null }> {
  if (signal.aborted) return { outcome: { kind: 'cancelled' }, digest: null }
  const image = await inspectImage(tools.docker, ended.variant.image).catch(() => null)
  const failed = ended.build.steps.filter((s) => s.state === 'failed')
  const unfinished = ended.build.steps.filter((s) => s.state === 'waiting' || s.state === 'cancelled')
  const judgement = judgeBuild({
    code: ended.code,
    failedSteps: failed.map((s) => s.name),
    unfinishedSteps: unfinished.map((s) => s.name),
    saved: ended.build.steps.some((s) => s.phase === 'export' && s.state === 'done'),
    after: image?.digest ?? null,
  })
  switch (judgement.kind) {
    case 'built':
      return { outcome: { kind: 'succeeded' }, digest: image?.digest ?? null }
    case 'interrupted':
      return { outcome: { kind: 'interrupted' }, digest: null }
    case 'disagree':
      return { outcome: { kind: 'failed', problem: explain({ kind: 'build-disagrees', detail: judgement.detail }, []) }, digest: null }
    case 'not-built':
      return { outcome: failureOf(tools, ended, failed), digest: null }
  }
}

function failureOf(tools: Tools, { build, folder, variant, command, code }: EndedBuild, failed: readonly BuildStep[]): Outcome {
  const remains = readRemains(folder)
  const lines = buildLines({ build, ...remains })
  const failure = recognise({
    command,
    code,
    lines,
    context: 'build',
    ...(failed[0] ? { step: failed[0].name } : {}),
    has: (path) => existsSync(join(tools.place.folder, path)),
  })
  const excerpt = failedLines({
    said: composeMessages(remains.errors),
    step: failed[0]?.raw ?? null,
    file: variant.dockerfile ?? 'Dockerfile',
    text: keptDockerfile(folder),
  })
  return { kind: 'failed', problem: { ...explain(failure, lines), ...(excerpt ? { excerpt } : {}) } }
}
