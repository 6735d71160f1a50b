import { readFileSync } from 'node:fs'
import type { Build } from '../../core/build/build'
import { applyRecord, emptyBuild, endSteps } from '../../core/build/build-steps'
import { parseBuildkitLine } from '../../core/records/buildkit'
import type { Hub } from '../hub'
import { adoptBuild } from '../operations/build-images'
import type { Operations } from '../operations/operations'
import { buildFolder, buildIds } from './build-folder'

/** Takes up the newest build of an earlier panel where it still runs or nobody saw its end; else shows how it ended. */
export function resumeBuilds(hub: Hub, operations: Operations): void {
  const [newest] = buildIds()
  if (newest === undefined || hub.state().build !== null || hub.state().operation !== null) return
  const meta = buildFolder(newest).meta.read()
  if (meta.outcome === null) {
    operations.begin({ kind: 'build', variant: meta.variant, recipe: (tools, signal) => adoptBuild(tools, newest, signal) })
    return
  }
  hub.say({ type: 'build', build: { ...stepsOf(newest), endedAt: meta.endedAt, outcome: meta.outcome } })
}

function stepsOf(id: string): Build {
  const folder = buildFolder(id)
  const meta = folder.meta.read()
  const text = readFileSync(folder.records)
  let build = emptyBuild(id, meta.variant, meta.startedAt)
  for (const line of text.toString('utf8').split('\n')) {
    const record = parseBuildkitLine(line)
    if (record) build = applyRecord(build, record, meta.endedAt ?? meta.startedAt).build
  }
  return { ...endSteps(build, meta.endedAt ?? meta.startedAt).build, logBytes: text.byteLength }
}
