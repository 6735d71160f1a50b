import type { Provenance } from '../../core/build/build-row'
import { version } from '../../../package.json'
import { runDocker } from '../compose/run-compose'
import { commitOf } from '../project/commit'
import type { Tools } from '../operations/tools'

const ASK_S = 5

/** What is known when a build begins of what it is made from and with. */
export function provenanceAtStart({ hub, place }: Pick<Tools, 'hub' | 'place'>): Provenance {
  const { engine } = hub.state()
  const [docker, compose] = engine.kind === 'running' ? [engine.version, engine.compose] : [null, null]
  return { commit: commitOf(place.folder), panel: version, engine: docker, compose, buildkit: null, digest: null }
}

/** The version of the BuildKit that builds; null where nobody says. */
export async function buildkitVersion(signal: AbortSignal): Promise<string | null> {
  const ran = await runDocker({ args: ['buildx', 'inspect'], seconds: ASK_S }, signal)
  if (ran.kind !== 'exited' || ran.code !== 0) return null
  return /^BuildKit version:\s*(?!v0\.0\.0)(\S+)/m.exec(ran.stdout)?.[1] ?? null
}
