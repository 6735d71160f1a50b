import type { CheckResult } from '../../core/check/check'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { found, type Check, type Finding, type Subject } from '../checks/check'
import { keepChecks } from '../checks/kept'
import { verification } from '../checks/verification'
import { inspectImage } from '../engine/images'
import type { Telling, Tools } from './tools'

/** Which version, and which of the checks: all, or the one named. */
export interface Verification {
  readonly variant: Variant
  readonly only: string | null
}

/** Runs the checks one after the other; a check that finds something wrong does not stop the others. */
export async function* verify(tools: Tools, { variant, only }: Verification, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'checks' }
  for (const check of verification.filter((c) => only === null || c.id === only)) {
    if (signal.aborted) return { kind: 'cancelled' }
    yield { type: 'check-running', variant: variant.id, check: check.id }
    const digest = (await inspectImage(tools.docker, variant.image))?.digest ?? null
    const began = Date.now()
    const finding = yield* attempt(check, { tools, variant, digest }, signal)
    // A build makes a new package: the evidence names the one that is there now.
    const after = (await inspectImage(tools.docker, variant.image))?.digest ?? null
    const result: CheckResult = { ...finding, check: check.id, variant: variant.id, duration: Date.now() - began, digest: after, at: began }
    yield { type: 'check-result', result }
    keepChecks(tools.hub.state().checks)
  }
  return signal.aborted ? { kind: 'cancelled' } : { kind: 'succeeded' }
}

const NEEDS_PACKAGE = new Set<Check['id']>(['air-gap', 'not-administrator', 'no-card-code', 'answers'])

async function* attempt(check: Check, subject: Subject, signal: AbortSignal): AsyncGenerator<Telling, Finding> {
  if (subject.digest === null && NEEDS_PACKAGE.has(check.id)) return found('could-not-run', 'Not built yet')
  try {
    return yield* check.run(subject, signal)
  } catch (error) {
    return { ...found('could-not-run', 'Docker did not answer'), output: (error as Error).message }
  }
}
