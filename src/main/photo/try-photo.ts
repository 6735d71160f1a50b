import { z } from 'zod'
import { explain } from '../../core/failure/explain'
import type { TryResult } from '../../shared/contract'

/** A photo and what to make of it. */
export interface Photo {
  readonly bytes: Uint8Array
  readonly name: string
  readonly format: string
  readonly background: string
}

const PHOTO_MS = 120_000
const problem = z.object({ detail: z.string().optional(), title: z.string().optional(), fix: z.string().optional() })

/** Sends one photo to the running app and gives the portrait, or why there is none in the service's own words. */
export async function tryPhoto(base: string | null, photo: Photo): Promise<TryResult> {
  if (base === null) return refused('Facecraft is not running.', 'Start it, then try the photo again.')
  const form = new FormData()
  form.set('file', new Blob([photo.bytes as Uint8Array<ArrayBuffer>]), photo.name)
  form.set('format', photo.format)
  form.set('background', photo.background)
  const began = performance.now()
  try {
    const answer = await fetch(`${base}/api/v1/process/quick`, { method: 'POST', body: form, signal: AbortSignal.timeout(PHOTO_MS) })
    if (!answer.ok) return await refusedBy(answer)
    const png = new Uint8Array(await answer.arrayBuffer())
    const seconds = Number(answer.headers.get('x-facecraft-seconds')) || (performance.now() - began) / 1000
    return { kind: 'portrait', png, seconds, device: answer.headers.get('x-facecraft-device') ?? 'unknown' }
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError'
    return refused(late ? 'Facecraft took longer than two minutes for it.' : 'Facecraft stopped answering meanwhile.', 'Try again.')
  }
}

async function refusedBy(answer: Response): Promise<TryResult> {
  const body = problem.safeParse(await answer.json().catch(() => null))
  const said = body.success ? body.data : {}
  return refused(said.detail ?? said.title ?? `Facecraft answered ${answer.status}.`, said.fix ?? 'Choose another photo.')
}

function refused(detail: string, fix: string): TryResult {
  return { kind: 'failed', problem: explain({ kind: 'photo-refused', detail, fix }, []) }
}
