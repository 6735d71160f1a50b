import { writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { endSteps } from '../../core/build/build-steps'
import { changedSteps } from '../../core/build/walk-records'
import { buildTimes, expectBuild } from '../../core/build/estimate'
import { watchOutput } from '../../core/build/output-curve'
import { asTyped } from '../../core/compose/command'
import { build as buildVerb } from '../../core/compose/build'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { startCommand } from '../builds/build-command'
import { buildFolder, earlierTimes, lastWritten, type BuildFolder, type BuildMeta } from '../builds/build-folder'
import { buildRows } from '../builds/build-rows'
import { prepareFind } from '../builds/find-in-log'
import { followBuild } from '../builds/follow-build'
import { keepDockerfile } from '../builds/kept-file'
import { buildkitVersion, provenanceAtStart } from '../builds/provenance'
import { pruneBuilds } from '../builds/prune-builds'
import { walkOf } from '../builds/walk-build'
import type { Hub } from '../hub'
import { isAlive, spawnDetached, stopDetached } from '../compose/detached'
import { outcomeOf } from './build-outcome'
import { selectionOf, type Telling, type Tools } from './tools'

/** Builds a version: starts the command on its own, follows its records, and believes only when all witnesses agree. */
export async function* buildImages(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const command = buildVerb(tools.place, selectionOf(variant))
  const folder = buildFolder(newBuildId())
  writeFileSync(folder.records, '')
  keepDockerfile(folder, variant, tools.place.folder)
  const startedAt = Date.now()
  const known = {
    id: folder.id,
    variant: variant.id,
    startedAt,
    endedAt: null,
    outcome: null,
    expected: expectBuild(variant.kind, earlierTimes(variant.id)),
    provenance: provenanceAtStart(tools),
  }
  const call = { args: command.args, folder: command.folder }
  const child = startCommand(folder, known, () => spawnDetached(call, { out: folder.records, err: folder.errors }))
  let code: number | null | undefined
  void child.ended.then((c) => (code = c ?? 130))
  const watched: Watched = { folder, variant, command: asTyped(command), ended: () => code !== undefined, code: () => code ?? null }
  return yield* watchBuild(tools, watched, signal)
}

/** Takes up a build that an earlier panel began; null when it has ended meanwhile and only its records tell how. */
export async function* adoptBuild(tools: Tools, id: string, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const folder = buildFolder(id)
  const meta = folder.meta.read()
  const variant = tools.project.variants.find((v) => v.id === meta.variant)
  if (!variant) {
    await pruneBuilds()
    return endBuild(folder, { endedAt: lastWritten(folder), outcome: { kind: 'interrupted' } })
  }
  const watched: Watched = { folder, variant, command: 'docker compose build', ended: () => !isAlive(meta), code: () => null }
  return yield* watchBuild(tools, watched, signal)
}

interface Watched {
  readonly folder: BuildFolder
  readonly variant: Variant
  readonly command: string
  readonly ended: () => boolean
  /** Null when nobody saw the command end. */
  readonly code: () => number | null
}

async function* watchBuild(tools: Tools, watched: Watched, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  const { folder } = watched
  const meta = folder.meta.read()
  const walk = walkOf(folder)
  let { build } = walk.known()
  yield { stage: 'build' }
  yield { type: 'build', build: { ...build, ...(meta.expected ? { expected: meta.expected } : {}) } }
  const stopping = stopOnAbort(meta, signal)
  const output = watchOutput()
  for await (const now of followBuild(walk, watched.ended)) {
    yield { type: 'build-steps', id: build.id, steps: changedSteps(build, now), logBytes: now.logBytes }
    build = now
    output.look(build, Date.now())
  }
  // Where nobody saw the command end it was over when it wrote last, which may be long ago.
  const endedAt = watched.code() === null ? lastWritten(folder) : Date.now()
  const ended = endSteps(build, endedAt)
  build = ended.build
  yield { type: 'build-steps', id: build.id, steps: ended.changed, logBytes: build.logBytes }
  await stopping()
  const { outcome, digest } = await outcomeOf(tools, { ...watched, build, code: watched.code() }, signal)
  const provenance = { ...(meta.provenance ?? provenanceAtStart(tools)), digest }
  endBuild(folder, { endedAt, outcome, times: buildTimes(build, output), provenance })
  await walk.keep()
  await pruneBuilds()
  // From here on it can be tried again, which is refused until all has ended: what takes a while goes on beside it.
  yield { type: 'build-ended', id: build.id, at: endedAt, outcome }
  yield { type: 'builds', builds: buildRows() }
  prepareFind(build.id)
  void tools.refreshVariants().catch(() => undefined)
  void addBuildkit(tools.hub, folder)
  return outcome
}

async function addBuildkit(hub: Hub, folder: BuildFolder): Promise<void> {
  const engine = folder.meta.read().provenance?.engine ?? null
  const buildkit = await buildkitVersion(engine, new AbortController().signal)
  const meta = folder.meta.read()
  if (buildkit === null || !meta.provenance) return
  folder.meta.remember({ ...meta, provenance: { ...meta.provenance, buildkit } })
  hub.say({ type: 'builds', builds: buildRows() })
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

function endBuild(folder: BuildFolder, end: Partial<BuildMeta> & { readonly outcome: Outcome }): Outcome {
  folder.meta.write({ ...folder.meta.read(), ...end })
  return end.outcome
}

/** Ids sort by time. */
function newBuildId(): string {
  return `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}`
}
