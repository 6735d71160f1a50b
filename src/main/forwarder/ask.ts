import type Docker from 'dockerode'
import { z } from 'zod'
import { execIn } from '../checks/ground/exec'
import { deadline } from '../engine/deadline'
import script from './forwarder.py?raw'

/** How Python is called with the forwarder's program, which therefore needs no file in the container. */
export const PROGRAM: readonly string[] = ['python3', '-I', '-u', '-c', script]

/** Which version is in front, and how many connections are left on another. */
export interface Front {
  readonly front: string
  readonly left: number
}

/** What to put in front, if anything, and for how long to wait until no connection is left on another. */
export interface Wish {
  readonly front?: string
  readonly seconds?: number
}

const front = z.object({ front: z.string(), left: z.number() })
const readiness = z.object({ ready: z.boolean(), reasons: z.array(z.string()) })
const ANSWER_S = 10

/** Asks a running forwarder how things are, or to put a version in front; null when it gives no answer. */
export async function askForwarder(forwarder: Docker.Container, wish: Wish, signal: AbortSignal): Promise<Front | null> {
  return ask(forwarder, { words: ['tell', JSON.stringify(wish)], seconds: (wish.seconds ?? 0) + ANSWER_S, shape: front }, signal)
}

/** Asks a version from inside the project's network for some seconds whether it is ready; null when nothing could be asked. */
export async function readyBehind(
  forwarder: Docker.Container,
  { at, seconds }: { readonly at: string; readonly seconds: number },
  signal: AbortSignal,
): Promise<z.infer<typeof readiness> | null> {
  return ask(forwarder, { words: ['wait', at, String(seconds)], seconds: seconds + ANSWER_S, shape: readiness }, signal)
}

interface Question<T> {
  readonly words: readonly string[]
  readonly seconds: number
  readonly shape: z.ZodType<T>
}

async function ask<T>(forwarder: Docker.Container, { words, seconds, shape }: Question<T>, signal: AbortSignal): Promise<T | null> {
  const ran = await deadline(execIn(forwarder, { program: [...PROGRAM, ...words], seconds }, signal), (seconds + ANSWER_S) * 1000)
  if (ran.kind !== 'exited' || ran.code !== 0) return null
  return shape.parse(JSON.parse(ran.stdout))
}
