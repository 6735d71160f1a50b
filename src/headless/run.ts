import { call } from '@orpc/server'
import { resolve } from 'node:path'
import type { FailureKind } from '../core/failure/failure'
import type { Outcome } from '../core/operation/operation'
import type { PanelState } from '../core/panel/panel'
import type { Accepted } from '../shared/contract'
import { noDesktop } from '../main/desktop'
import { openPanel, type Panel } from '../main/panel'
import { bundledProject } from '../main/project/bundled'
import { answerRequests } from '../main/requests'
import { sleep } from '../main/sleep'
import { readArguments, type Asked } from './arguments'
import { runInspect } from './run-inspect'
import { verified } from './verified'

const SETTLE_S = 15
const LOOK_EVERY_MS = 50
const EXIT: Record<Outcome['kind'], number> = { succeeded: 0, failed: 1, interrupted: 1, cancelled: 130 }

/** Does one verb without a window: prints an event a line as JSON, then one outcome; resolves with the exit code. */
export async function runHeadless(words: readonly string[], signal: AbortSignal): Promise<number> {
  const asked = readArguments(words)
  if (asked.kind === 'bad-usage') {
    print({ outcome: 'bad-usage', message: asked.message })
    return 2
  }
  if (asked.verb === 'inspect') return runInspect(asked.folder, signal)
  const place = { ...bundledProject(resolve('.')), ...(asked.folder === null ? {} : { folder: asked.folder }) }
  const panel = openPanel(place, new AbortController().signal)
  if (asked.output === 'events') panel.hub.listen(({ seq, change }) => print({ seq, ...change }))
  await settled(panel, signal)
  if (signal.aborted) {
    print({ outcome: 'cancelled' })
    return EXIT.cancelled
  }
  if (asked.verb === 'status') return status(panel)
  const accepted = await request(panel, asked)
  if (accepted.kind === 'refused') {
    print({ outcome: 'failed', problem: accepted.problem })
    return refusedCode(asked, accepted.problem.failure.kind)
  }
  signal.addEventListener('abort', () => void panel.operations.cancel(accepted.id), { once: true })
  const outcome = await panel.operations.ended(accepted.id)
  const end = asked.verb === 'verify' ? await verified(panel.hub.state(), asked.profile ?? 'cpu', asked) : null
  print({ outcome: outcome.kind, ...('problem' in outcome ? { problem: outcome.problem } : {}), ...end?.line })
  return outcome.kind === 'succeeded' && end ? end.code : EXIT[outcome.kind]
}

type Request = Extract<Asked, { kind: 'asked' }>

async function request(panel: Panel, asked: Request): Promise<Accepted> {
  const requests = answerRequests(panel, noDesktop)
  const variant = { variant: asked.profile ?? 'cpu' }
  switch (asked.verb) {
    case 'build':
      return call(requests.build, variant)
    case 'start':
      return call(requests.start, variant)
    case 'switch':
      return call(requests.switchTo, variant)
    case 'verify':
      return call(requests.verify, { ...variant, ...(asked.only === null ? {} : { only: asked.only }) })
    default:
      return call(requests.stop, undefined)
  }
}

// Both the engine and the project have been looked at, and with an engine also the containers.
async function settled(panel: Panel, signal: AbortSignal): Promise<void> {
  const until = Date.now() + SETTLE_S * 1000
  const known = (s: PanelState): boolean =>
    s.engine.kind !== 'searching' &&
    s.project.kind !== 'reading' &&
    (s.engine.kind !== 'running' || (panel.app() !== null && s.app.kind !== 'unknown') || s.project.kind === 'unusable')
  while (!signal.aborted && !known(panel.hub.state()) && Date.now() < until) await sleep(LOOK_EVERY_MS, signal)
}

function status({ hub }: Panel): number {
  const { engine, project, app, service, variants, checks } = hub.state()
  print({ outcome: 'succeeded', status: { engine, project: project.kind, app, service, variants, checks } })
  return engine.kind === 'running' && project.kind === 'usable' ? 0 : 1
}

// Without Docker no check could run, which is neither passed nor failed.
function refusedCode({ verb }: Request, kind: FailureKind['kind']): number {
  if (kind === 'no-such-version') return 2
  return verb === 'verify' && (kind.startsWith('engine-') || kind === 'compose-missing') ? 3 : 1
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
