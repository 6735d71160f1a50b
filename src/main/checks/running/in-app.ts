import { couldNotRun, evidenceOf, found, type Finding, type Subject } from '../check'
import { showMessages } from '../fixes'
import type { Instance, Started } from '../ground/instance'

/** The app to look at, or the finding that says why there is none. */
export type Found<T> = { readonly kind: 'app'; readonly app: T; readonly digest: string } | { readonly kind: 'none'; readonly finding: Finding }

/** The person's running app, else one of our own, with the package that it runs from. */
export async function appOf(subject: Subject): Promise<Found<Instance>> {
  const runs = subject.tools.app.running()?.service === subject.variant.main
  return (runs ? null : blocked(subject)) ?? reached(await subject.ground.app())
}

/** An app of our own, that may be stopped. */
export async function ownAppOf(subject: Subject): Promise<Found<Extract<Awaited<ReturnType<Subject['ground']['own']>>, { kind: 'up' }>['instance']>> {
  return blocked(subject) ?? reached(await subject.ground.own())
}

function blocked({ tools, variant }: Subject): { readonly kind: 'none'; readonly finding: Finding } | null {
  const why = tools.hub.state().variants.find((v) => v.id === variant.id)?.blocked
  return why ? { kind: 'none', finding: found('could-not-run', why) } : null
}

async function reached<T extends Instance>(started: Started<T>): Promise<Found<T>> {
  if (started.kind === 'up') return { kind: 'app', app: started.instance, digest: (await started.instance.container.inspect()).Image }
  if (started.ran.kind !== 'exited') return { kind: 'none', finding: couldNotRun(started.command, started.ran) }
  return { kind: 'none', finding: { verdict: 'failed', summary: 'Did not start', ...evidenceOf(started.command, started.ran), fix: showMessages } }
}
