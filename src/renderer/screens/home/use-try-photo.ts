import { useEffect, useRef, useState } from 'react'
import type { PanelClient } from '../../state/client'
import { useClient } from '../../state/client-context'
import { notSent, refusal, type Photo, type Portrait, type Try, type TryOptions } from './try-photo'

interface TryPhoto {
  readonly now: Try
  readonly options: TryOptions
  readonly setOptions: (options: TryOptions) => void
  readonly take: (file: File) => void
  readonly again: () => void
  readonly clear: () => void
}

/** One photo on its way to a portrait: taken, made, and made again with other options. */
export function useTryPhoto(): TryPhoto {
  const client = useClient()
  const [now, setNow] = useState<Try>({ kind: 'idle' })
  const [options, setOptions] = useState<TryOptions>({ format: 'passport', background: 'white' })
  const run = useRef(0)
  useEffect(() => () => void (run.current += 1), [])
  const make = async (photo: Photo, before: Portrait | null) => {
    const mine = ++run.current
    setNow({ kind: 'working', photo, since: Date.now(), before })
    const next = await result(client, photo, options)
    if (mine === run.current) setNow(next)
  }
  const take = (file: File) => {
    const problem = refusal(file)
    if (problem) return setNow({ kind: 'failed', photo: null, problem })
    void read(file).then((photo) => make(photo, null))
  }
  const again = () => {
    if (now.kind === 'done') void make(now.photo, now.portrait)
    if (now.kind === 'failed' && now.photo) void make(now.photo, null)
  }
  const clear = () => {
    run.current += 1
    setNow({ kind: 'idle' })
  }
  return { now, options, setOptions, take, again, clear }
}

async function read(file: File): Promise<Photo> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), address: URL.createObjectURL(file) }
}

async function result(client: PanelClient, photo: Photo, options: TryOptions): Promise<Try> {
  try {
    const answer = await client.tryPhoto({ bytes: photo.bytes, name: photo.name, ...options })
    if (answer.kind === 'failed') return { kind: 'failed', photo, problem: answer.problem }
    const bytes = new Uint8Array(answer.png)
    const address = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }))
    return { kind: 'done', photo, portrait: { bytes, address, seconds: answer.seconds, device: answer.device, options } }
  } catch (error) {
    return { kind: 'failed', photo, problem: notSent(error) }
  }
}
