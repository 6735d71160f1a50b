import type { Hub } from '../hub'
import type { EngineLink } from './connect'
import { deadline } from './deadline'
import { freeBytes } from './describe'

const EVERY_MS = 60_000
const INFO_MS = 8000
// What is said of it counts gigabytes with one place after the point.
const STEP = 100_000_000

/** Keeps the free space where Docker stores true: once a minute, and after all that was done; nothing where it cannot be seen from here. */
export function watchSpace(hub: Hub, link: () => EngineLink | null, signal: AbortSignal): void {
  const look = async (): Promise<void> => {
    const [at, before] = [link(), hub.state().engine]
    if (!at || before.kind !== 'running' || before.freeBytes === null) return
    const { DockerRootDir } = (await deadline(at.docker.info(), INFO_MS)) as { readonly DockerRootDir: string }
    const bytes = await freeBytes(DockerRootDir)
    const { engine } = hub.state()
    if (signal.aborted || bytes === null || engine.kind !== 'running' || engine.freeBytes === null) return
    if (Math.round(bytes / STEP) !== Math.round(engine.freeBytes / STEP)) hub.say({ type: 'engine', engine: { ...engine, freeBytes: bytes } })
  }
  // A Docker that does not answer is told elsewhere; the next look follows.
  const lookOnce = (): void => void look().catch(() => undefined)
  const timer = setInterval(lookOnce, EVERY_MS)
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'operation-ended') lookOnce()
  })
  signal.addEventListener('abort', () => (clearInterval(timer), deaf()), { once: true })
}
