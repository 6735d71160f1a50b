import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import type { Build, BuildStep } from '../../core/build/build'
import { applyRecord, emptyBuild, endSteps } from '../../core/build/build-steps'
import { parseBuildkitLine } from '../../core/records/buildkit'
import { buildFolder, lastWritten, type BuildFolder, type BuildMeta } from './build-folder'
import { followRecords } from './follow-records'

/** An ended build with its steps, as its files tell them; once read they are kept beside the records. */
export async function replayBuild(id: string): Promise<Build> {
  const folder = buildFolder(id)
  const meta = folder.meta.read()
  const build = withoutSteps(folder, meta)
  return { ...build, steps: kept(folder) ?? (await stepsOf(folder, build)) }
}

/** The same without waiting for the steps. */
export function endedBuild(id: string): Build {
  const folder = buildFolder(id)
  return withoutSteps(folder, folder.meta.read())
}

function withoutSteps(folder: BuildFolder, meta: BuildMeta): Build {
  const logBytes = existsSync(folder.records) ? statSync(folder.records).size : 0
  return {
    ...emptyBuild(meta.id, meta.variant, meta.startedAt),
    endedAt: meta.endedAt ?? lastWritten(folder),
    outcome: meta.outcome ?? { kind: 'interrupted' },
    logBytes,
    ...(meta.expected ? { expected: meta.expected } : {}),
  }
}

async function stepsOf(folder: BuildFolder, build: Build): Promise<readonly BuildStep[]> {
  const at = build.endedAt ?? build.startedAt
  let replayed = build
  if (!existsSync(folder.records)) return []
  for await (const batch of followRecords(folder.records, () => true, new AbortController().signal)) {
    for (const line of batch.lines) {
      const record = parseBuildkitLine(line)
      if (record) replayed = applyRecord(replayed, record, at).build
    }
    await breath()
  }
  const { steps } = endSteps(replayed, at).build
  if (folder.meta.read().outcome !== null) keep(folder, steps)
  return steps
}

function keep(folder: BuildFolder, steps: readonly BuildStep[]): void {
  writeFileSync(`${pathOf(folder)}.part`, JSON.stringify(steps))
  renameSync(`${pathOf(folder)}.part`, pathOf(folder))
}

// Written by nobody but this panel; a file that is not whole JSON is made again.
function kept(folder: BuildFolder): readonly BuildStep[] | null {
  try {
    return JSON.parse(readFileSync(pathOf(folder), 'utf8')) as readonly BuildStep[]
  } catch {
    return null
  }
}

function pathOf(folder: BuildFolder): string {
  return join(dirname(folder.records), 'steps.json')
}
