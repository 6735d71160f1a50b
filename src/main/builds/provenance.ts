import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Provenance } from '../../core/build/build-row'
import { version } from '../../../package.json'
import { runDocker } from '../compose/run-compose'
import { commitOf } from '../project/commit'
import type { Tools } from '../operations/tools'

const ASK_S = 5

// What buildx said, by the builder that it was asked of.
const said = new Map<string, string>()

/** What is known when a build begins of what it is made from and with. */
export function provenanceAtStart({ hub, place }: Pick<Tools, 'hub' | 'place'>): Provenance {
  const { engine } = hub.state()
  const [docker, compose] = engine.kind === 'running' ? [engine.version, engine.compose] : [null, null]
  return { commit: commitOf(place.folder), panel: version, engine: docker, compose, buildkit: null, digest: null }
}

/** The version of the BuildKit that builds with this Docker; null where nobody says. Asked once a builder, since it takes three processes to answer. */
export async function buildkitVersion(engine: string | null, signal: AbortSignal): Promise<string | null> {
  const builder = `${engine} ${chosenBuilder()}`
  const known = said.get(builder) ?? (await askBuildx(signal))
  if (known !== null) said.set(builder, known)
  return /^BuildKit version:\s*(?!v0\.0\.0)(\S+)/m.exec(known ?? '')?.[1] ?? null
}

async function askBuildx(signal: AbortSignal): Promise<string | null> {
  const ran = await runDocker({ args: ['buildx', 'inspect'], seconds: ASK_S }, signal)
  return ran.kind === 'exited' && ran.code === 0 ? ran.stdout : null
}

// Buildx writes down who was chosen, and when that one was made; where it did not, it is Docker itself.
function chosenBuilder(): string {
  const buildx = join(process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'), 'buildx')
  try {
    const chosen = readFileSync(join(buildx, 'current'), 'utf8')
    const { Name } = z.object({ Name: z.string() }).parse(JSON.parse(chosen))
    const made = Name === '' ? undefined : statSync(join(buildx, 'instances', Name), { throwIfNoEntry: false })
    return `${chosen} ${made?.mtimeMs}`
  } catch {
    return ''
  }
}
