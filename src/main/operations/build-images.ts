import { existsSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Build, BuildStep } from '../../core/build/build'
import { applyRecord, emptyBuild, endSteps } from '../../core/build/build-steps'
import { buildTimes, expectBuild } from '../../core/build/estimate'
import { judgeBuild } from '../../core/build/judge'
import { asTyped } from '../../core/compose/command'
import { build as buildVerb } from '../../core/compose/build'
import { explain } from '../../core/failure/explain'
import { recognise } from '../../core/failure/recognise'
import { buildLines } from '../../core/failure/recognise-lines'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { parseBuildkitLine } from '../../core/records/buildkit'
import { buildFolder, earlierTimes, pruneBuilds, type BuildFolder, type BuildMeta } from '../builds/build-folder'
import { followRecords } from '../builds/follow-records'
import { readRemains } from '../builds/remains'
import { isAlive, spawnDetached, stopDetached } from '../compose/detached'
import { inspectImage } from '../engine/images'
import { selectionOf, type Telling, type Tools } from './tools'

const TELL_EVERY_MS = 100

/** Builds a version: starts the command on its own, follows its records, and believes only when all witnesses agree. */
export async function* buildImages(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const command = buildVerb(tools.place, selectionOf(variant))
  const folder = buildFolder(newBuildId())
  writeFileSync(folder.records, '')
  const startedAt = Date.now()
  const child = spawnDetached({ args: command.args, folder: command.folder }, { out: folder.records, err: folder.errors })
  folder.meta.write({ id: folder.id, variant: variant.id, startedAt, endedAt: null, outcome: null, pid: child.pid, started: child.started })
  let code: number | null | undefined
  void child.ended.then((c) => (code = c ?? 130))
  const watched: Watched = { folder, variant, command: asTyped(command), ended: () => code !== undefined, code: () => code ?? null }
  return yield* followBuild(tools, watched, signal)
}

/** Takes up a build that an earlier panel began; null when it has ended meanwhile and only its records tell how. */
export async function* adoptBuild(tools: Tools, id: string, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const folder = buildFolder(id)
  const meta = folder.meta.read()
  const variant = tools.project.variants.find((v) => v.id === meta.variant)
  if (!variant) return endBuild(folder, { kind: 'interrupted' })
  const watched: Watched = { folder, variant, command: 'docker compose build', ended: () => !isAlive(meta), code: () => null }
  return yield* followBuild(tools, watched, signal)
}

interface Watched {
  readonly folder: BuildFolder
  readonly variant: Variant
  readonly command: string
  readonly ended: () => boolean
  /** Null when nobody saw the command end. */
  readonly code: () => number | null
}

async function* followBuild(tools: Tools, watched: Watched, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const { folder } = watched
  const meta = folder.meta.read()
  const expected = expectBuild(watched.variant.kind, earlierTimes(meta.variant))
  let build: Build = { ...emptyBuild(meta.id, meta.variant, meta.startedAt), expected }
  yield { stage: 'build' }
  yield { type: 'build', build }
  const stopping = stopOnAbort(meta, signal)
  let pending = new Map<string, BuildStep>()
  let toldAt = 0
  for await (const batch of followRecords(folder.records, watched.ended, new AbortController().signal)) {
    for (const line of batch.lines) {
      const record = parseBuildkitLine(line)
      if (!record) continue
      const next = applyRecord(build, record, Date.now())
      build = next.build
      for (const step of next.changed) pending.set(step.id, step)
    }
    build = { ...build, logBytes: batch.bytes }
    if (Date.now() - toldAt < TELL_EVERY_MS) continue
    toldAt = Date.now()
    yield { type: 'build-steps', id: build.id, steps: [...pending.values()], logBytes: build.logBytes }
    pending = new Map()
  }
  const ended = endSteps(build, Date.now())
  build = ended.build
  for (const step of ended.changed) pending.set(step.id, step)
  yield { type: 'build-steps', id: build.id, steps: [...pending.values()], logBytes: build.logBytes }
  await stopping()
  const outcome = await outcomeOf(tools, { ...watched, build }, signal)
  folder.meta.write({ ...folder.meta.read(), times: buildTimes(build) })
  endBuild(folder, outcome)
  yield { type: 'build-ended', id: build.id, at: Date.now(), outcome }
  await tools.refreshVariants()
  return outcome
}

// Asks, kills, waits: the returned function resolves once a begun stop is through.
function stopOnAbort(meta: BuildMeta, signal: AbortSignal): () => Promise<void> {
  let stopped: Promise<void> = Promise.resolve()
  const stop = (): void => {
    stopped = stopDetached(meta)
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return () => {
    signal.removeEventListener('abort', stop)
    return stopped
  }
}

async function outcomeOf(tools: Tools, seen: Watched & { readonly build: Build }, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return { kind: 'cancelled' }
  const image = await inspectImage(tools.docker, seen.variant.image).catch(() => null)
  const failed = seen.build.steps.filter((s) => s.state === 'failed')
  const unfinished = seen.build.steps.filter((s) => s.state === 'waiting' || s.state === 'cancelled')
  const judgement = judgeBuild({
    code: seen.code(),
    failedSteps: failed.map((s) => s.name),
    unfinishedSteps: unfinished.map((s) => s.name),
    after: image?.digest ?? null,
  })
  switch (judgement.kind) {
    case 'built':
      return { kind: 'succeeded' }
    case 'interrupted':
      return { kind: 'interrupted' }
    case 'disagree':
      return { kind: 'failed', problem: explain({ kind: 'build-disagrees', detail: judgement.detail }, []) }
    case 'not-built': {
      const lines = buildLines({ build: seen.build, ...readRemains(seen.folder) })
      const failure = recognise({
        command: seen.command,
        code: seen.code(),
        lines,
        context: 'build',
        ...stepOf(failed),
        has: (path) => existsSync(join(tools.place.folder, path)),
      })
      return { kind: 'failed', problem: explain(failure, lines) }
    }
  }
}

function stepOf(failed: readonly BuildStep[]): { readonly step?: string } {
  return failed[0] ? { step: failed[0].name } : {}
}

function endBuild(folder: BuildFolder, outcome: Outcome): Outcome {
  folder.meta.write({ ...folder.meta.read(), endedAt: Date.now(), outcome })
  pruneBuilds()
  return outcome
}

/** Ids sort by time. */
function newBuildId(): string {
  return `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}`
}
