import { claimOf } from '../../core/check/checklist'
import type { CheckInfo, CheckResult } from '../../core/check/check'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { found, type Check, type Finding, type Subject } from '../checks/check'
import { createGround } from '../checks/ground/ground'
import { removeOldOverrides } from '../checks/ground/instance'
import { removeLeftovers } from '../checks/ground/remove'
import { keepChecks } from '../checks/kept'
import { mayBeOutdated } from '../checks/package/up-to-date'
import { verification } from '../checks/verification'
import { inspectImage } from '../engine/images'
import { keepParts } from '../reports/parts'
import { together, type Job } from './together'
import type { Telling, Tools } from './tools'

/** Which version, and which of the checks: all, or those named. */
export interface Verification {
  readonly variant: Variant
  readonly only: readonly string[] | null
}

const AT_ONCE = 3

/** Runs the checks side by side; one that finds something wrong does not stop the others, and nothing of them is left behind. */
export async function* verify(tools: Tools, { variant, only }: Verification, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'checks' }
  removeOldOverrides()
  await removeLeftovers(tools.docker).catch(() => undefined)
  const ground = createGround(tools, variant, signal)
  let warming: Promise<void> | null = null
  try {
    const chosen = verification.filter((check) => only === null || only.includes(check.id))
    const run: Run = { chosen, tools, variant, ground }
    if (chosen.some((check) => check.id === 'image-builds')) warming = warmUp(run, signal).catch(() => undefined)
    const jobs = [...chosen.map((check) => jobOf(check, run, signal)), ...(only === null ? [listParts(run, signal)] : []), ...leavings(run)]
    for await (const told of together(jobs, AT_ONCE)) {
      yield told
      if ('type' in told && told.type === 'check-result') keepChecks(tools.hub.state().checks)
    }
  } finally {
    await warming
    await ground.close()
  }
  return signal.aborted ? { kind: 'cancelled' } : { kind: 'succeeded' }
}

interface Run extends Omit<Subject, 'digest'> {
  readonly chosen: readonly Check[]
}

function jobOf(check: Check, run: Run, signal: AbortSignal): Job<Telling> {
  return {
    name: check.id,
    after: waitsFor(check, run.chosen),
    async run(tell) {
      if (signal.aborted) return
      const { variant } = run
      tell({ type: 'check-running', variant: variant.id, check: check.id })
      const began = Date.now()
      const before = check.id === 'image-builds' ? await packageOf(run) : null
      const { digest: seen, fix = null, ...finding } = await attempt(check, { run, tell }, signal)
      if (before !== null && before !== (await packageOf(run))) await run.ground.renew()
      // What was cut short says nothing, so that what was known before stays.
      if (signal.aborted && finding.verdict === 'could-not-run') return
      const digest = needsPackage(check) ? (seen ?? (await packageOf(run))) : null
      const result: CheckResult = { ...finding, fix, check: check.id, variant: variant.id, duration: Date.now() - began, digest, at: began }
      tell({ type: 'check-result', result })
    },
  }
}

// For the report; costs nothing for a package that is known.
function listParts(run: Run, signal: AbortSignal): Job<Telling> {
  return {
    name: 'parts',
    after: ['image-builds', 'not-administrator'],
    async run() {
      const digest = await packageOf(run)
      if (digest !== null && !signal.aborted) await keepParts(run.ground, digest, signal).catch(() => undefined)
    },
  }
}

// Their memory and processor time are for the checks that are still to come.
function leavings({ chosen, ground }: Run): readonly Job<Telling>[] {
  const of = (group: CheckInfo['group']): readonly string[] => chosen.filter((c) => claimOf(c.id)?.group === group).map((c) => c.id)
  return [
    { name: 'leave-room', after: ['parts', ...of('before')], run: () => ground.leave('room') },
    { name: 'leave-own-app', after: of('running'), run: () => ground.leave('own app') },
  ]
}

// A build that only finds everything done takes long enough to start meanwhile what comes after it.
async function warmUp({ chosen, tools, variant, ground }: Run, signal: AbortSignal): Promise<void> {
  if ((await mayBeOutdated({ tools, variant })) || signal.aborted) return
  const runs = tools.app.running()?.service === variant.main
  const blocked = tools.hub.state().variants.find((v) => v.id === variant.id)?.blocked != null
  const has = (id: Check['id']): boolean => chosen.some((c) => c.id === id)
  await Promise.all([has('air-gap') ? ground.room() : undefined, has('answers') && !runs && !blocked ? ground.own() : undefined])
}

function waitsFor(check: Check, chosen: readonly Check[]): readonly string[] {
  switch (check.turn) {
    case 'at-once':
      return []
    case 'after-build':
      return chosen.filter((c) => c.id === 'image-builds').map((c) => c.id)
    case 'last':
      return chosen.filter((c) => c.id !== check.id && claimOf(c.id)?.group === 'running').map((c) => c.id)
  }
}

async function attempt(check: Check, { run, tell }: { readonly run: Run; readonly tell: (told: Telling) => void }, signal: AbortSignal): Promise<Finding> {
  try {
    const digest = await packageOf(run)
    if (digest === null && needsPackage(check) && check.id !== 'image-builds') return found('could-not-run', 'Not built yet')
    const work = check.run({ ...run, digest }, signal)
    for (;;) {
      const step = await work.next()
      if (step.done) return step.value
      tell(step.value)
    }
  } catch (error) {
    return { ...found('could-not-run', 'Docker did not answer'), output: (error as Error).message }
  }
}

async function packageOf({ tools, variant }: Run): Promise<string | null> {
  return (await inspectImage(tools.docker, variant.image))?.digest ?? null
}

function needsPackage(check: Check): boolean {
  return claimOf(check.id)?.needs === 'package'
}
