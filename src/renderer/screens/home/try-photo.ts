import type { Problem } from '../../../core/failure/failure'

/** A photo as chosen or dropped; the address shows it on this page only. */
export interface Photo {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly address: string
}

/** What a portrait is made for. */
export interface TryOptions {
  readonly format: 'passport' | 'us-2x2' | 'portrait'
  readonly background: 'white' | 'grey' | 'transparent'
}

/** A finished portrait with how it was made. */
export interface Portrait {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly address: string
  readonly seconds: number
  readonly device: string
  readonly options: TryOptions
}

/** How far the try is. */
export type Try =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly photo: Photo; readonly since: number; readonly before: Portrait | null }
  | { readonly kind: 'done'; readonly photo: Photo; readonly portrait: Portrait }
  | { readonly kind: 'failed'; readonly photo: Photo | null; readonly problem: Problem }

const LARGEST = 50 * 1024 * 1024

/** Why a file cannot be tried at all; null when it can. */
export function refusal(file: { readonly type: string; readonly size: number; readonly name: string }): Problem | null {
  if (file.type !== '' && !file.type.startsWith('image/'))
    return told('This is not a photo', `"${file.name}" is another kind of file. Choose a JPEG, PNG or WebP picture.`)
  if (file.size > LARGEST) return told('This photo is too large', 'It has more than 50 MB. Choose a smaller one.')
  return null
}

/** What is said when the panel itself could not send the photo. */
export function notSent(error: unknown): Problem {
  return {
    ...told('The photo did not get through', 'The panel could not reach Facecraft.'),
    evidence: [error instanceof Error ? error.message : String(error)],
  }
}

function told(title: string, why: string): Problem {
  return { failure: { kind: 'photo-refused', detail: why, fix: '' }, title, why, notLost: 'The photo itself is untouched.', fixes: [], evidence: [] }
}
