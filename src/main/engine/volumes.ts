import type Docker from 'dockerode'
import { deadline } from './deadline'

const SIZES_MS = 20_000

interface Sizes {
  readonly Volumes?: readonly { readonly Labels?: Readonly<Record<string, string>> | null; readonly UsageData?: { readonly Size: number } | null }[] | null
}

/** Bytes in the volumes of a Compose project; null where the engine does not tell. It counts all files for it: ask rarely. */
export async function volumeBytes(docker: Docker, project: string): Promise<number | null> {
  const { Volumes } = await deadline(sizesOf(docker), SIZES_MS).catch((): Sizes => ({}))
  const sizes = (Volumes ?? []).filter((one) => one.Labels?.['com.docker.compose.project'] === project).map((one) => one.UsageData?.Size ?? -1)
  return sizes.length === 0 || sizes.some((size) => size < 0) ? null : sizes.reduce((sum, size) => sum + size, 0)
}

// The verb of the library asks for images and the build cache too, which takes far longer.
function sizesOf(docker: Docker): Promise<Sizes> {
  const question = { path: '/system/df?type=volume', method: 'GET', statusCodes: { 200: true, 500: 'server error' } }
  return new Promise((resolve, reject) => {
    docker.modem.dial(question, (error, answer) => (error ? reject(error) : resolve(answer as Sizes)))
  })
}
