import type Docker from 'dockerode'
import { deadline } from './deadline'

/** An image as far as the panel needs it; `createdAt` in milliseconds since 1970. */
export interface ImageFacts {
  readonly digest: string
  readonly bytes: number
  readonly createdAt: number
  readonly labels: Readonly<Record<string, string>>
}

const INSPECT_MS = 5000

/** The image under this name, or null when there is none. */
export async function inspectImage(docker: Docker, name: string): Promise<ImageFacts | null> {
  try {
    const image = await deadline(docker.getImage(name).inspect(), INSPECT_MS)
    return { digest: image.Id, bytes: image.Size, createdAt: Date.parse(image.Created), labels: image.Config.Labels ?? {} }
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return null
    throw error
  }
}

/** Gives an image a name like "facecraft:cpu"; another that had it keeps its content and loses the name. */
export async function nameImage(docker: Docker, digest: string, name: string): Promise<void> {
  const colon = name.indexOf(':', name.lastIndexOf('/'))
  const [repo, tag] = colon < 0 ? [name, 'latest'] : [name.slice(0, colon), name.slice(colon + 1)]
  await deadline(docker.getImage(digest).tag({ repo, tag }), INSPECT_MS)
}
