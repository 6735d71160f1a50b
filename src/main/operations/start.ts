import { remove } from '../../core/compose/stop'
import { up } from '../../core/compose/up'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { isUp } from '../../core/health/app-state'
import { inTheWay } from '../../core/operation/in-the-way'
import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { removeForwarder } from '../forwarder/container'
import { placeFor, putInFront } from '../forwarder/front'
import { inspectImage } from '../engine/images'
import { buildImages } from './build-images'
import { preflight } from './preflight'
import { runVerb } from './run-verb'
import { selectionOf, type Telling, type Tools } from './tools'
import { waitReady } from './wait-ready'

/** Starts a version: checks, builds the package when it is missing, starts by service name, waits until it is ready. */
export async function* start(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'check' }
  const problem = (await otherRuns(tools, variant)) ?? (await preflight(tools, variant))
  if (problem) return { kind: 'failed', problem }

  if ((await inspectImage(tools.docker, variant.image)) === null) {
    const built = yield* buildImages(tools, variant, signal)
    if (built.kind !== 'succeeded') return built
  }

  yield { stage: 'start' }
  await removeForwarder(tools.docker, tools.project.name)
  const started = await upOnce(tools, variant, signal)
  if (started.kind !== 'succeeded') return yield* leaveNothing(tools, variant, started)
  const shut = await putInFront(tools, variant)
  if (shut) return yield* leaveNothing(tools, variant, { kind: 'failed', problem: shut })
  await tools.app.refresh()

  yield { stage: 'wait-ready' }
  const ready = await waitReady(tools, variant, signal)
  if (ready.kind !== 'succeeded') return yield* leaveNothing(tools, variant, ready)
  return ready
}

// It is not stopped without being asked for: a switch says what it does first.
async function otherRuns(tools: Tools, variant: Variant): Promise<Problem | null> {
  await tools.app.refresh()
  const up = tools.app.containers().filter((c) => isUp(c.state))
  const running = inTheWay(
    tools.project,
    up.map((c) => c.service),
    variant.id,
  )
  return running === null ? null : explain({ kind: 'other-version-runs', running, wanted: variant.id }, [])
}

// A container of an earlier run may hang on a network that was removed since: it is made anew, once.
async function upOnce(tools: Tools, variant: Variant, signal: AbortSignal): Promise<Outcome> {
  const place = await placeFor(tools, variant)
  const first = await runVerb(up(place, selectionOf(variant)), signal)
  if (first.kind !== 'failed' || !first.problem.evidence.some((line) => /network \w+ not found/.test(line))) return first
  await runVerb(remove(place, selectionOf(variant)), signal)
  return runVerb(up(place, selectionOf(variant)), signal)
}

// A start that did not succeed leaves no container behind: none half created, none that keeps restarting.
async function* leaveNothing(tools: Tools, variant: Variant, outcome: Outcome): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'cancelling' }
  await runVerb(remove(tools.place, selectionOf(variant)), new AbortController().signal)
  await removeForwarder(tools.docker, tools.project.name)
  await tools.app.refresh()
  return outcome
}
