import { z } from 'zod'
import type { ProbeSeen } from '../../core/health/app-state'
import type { ServiceStatus } from '../../core/health/health'
import { openAsker, whereOf, type Asker } from '../ask'

// Generous, since an app may load its models while it is asked; how late an answer may be is for the caller to say.
const PROBE_MS = 30_000
const HEALTH_MS = 5000

const readyBody = z.looseObject({
  ready: z.boolean(),
  reasons: z.array(z.string()).default([]),
  steps: z.object({ models_loaded: z.number(), models_total: z.number() }).optional(),
})

const statusBody = z.object({
  version: z.string(),
  device: z.object({ requested: z.string(), used: z.string().nullable(), name: z.string(), torch: z.string(), cuda: z.string().nullable() }),
  photos: z.object({ done: z.number(), failed: z.number(), seconds_per_photo: z.number().nullable() }),
  models: z.array(z.object({ name: z.string(), sha256: z.string() })),
  cleanup_age_hours: z.number(),
  saved_photos: z.object({ count: z.number(), bytes: z.number() }).optional(),
})

/** Asks /ready, and /health when that is not a yes. */
export async function probe(base: string, signal: AbortSignal): Promise<ProbeSeen> {
  const none = { ready: false, loaded: null, total: null, reasons: [] }
  try {
    const answer = await askJson(base, '/ready', { ms: PROBE_MS, signal })
    const body = readyBody.safeParse(answer.body)
    if (isOk(answer.status) && body.success && body.data.ready) return { ...none, health: 'ok', ready: true }
    const health = await askJson(base, '/health', { ms: HEALTH_MS, signal })
    const steps = body.success ? body.data.steps : undefined
    return {
      ...none,
      health: isOk(health.status) ? 'ok' : 'silent',
      loaded: steps?.models_loaded ?? null,
      total: steps?.models_total ?? null,
      reasons: body.success ? body.data.reasons : [],
    }
  } catch (error) {
    return { ...none, health: (error as { code?: string }).code === 'DEADLINE' ? 'silent' : 'refused' }
  }
}

/** What the service says of itself, or null when it does not say so in the expected words. */
export async function readStatus(base: string, signal: AbortSignal): Promise<ServiceStatus | null> {
  try {
    const body = statusBody.parse((await askJson(base, '/status', { ms: HEALTH_MS, signal })).body)
    return {
      version: body.version,
      device: body.device,
      photos: { done: body.photos.done, failed: body.photos.failed, secondsPerPhoto: body.photos.seconds_per_photo },
      models: body.models,
      cleanupAgeHours: body.cleanup_age_hours,
      savedPhotos: body.saved_photos ?? null,
    }
  } catch {
    return null
  }
}

// One connection is kept for each address between two questions: the app is asked all day.
const askers = new Map<string, Asker>()

async function askJson(base: string, path: string, { ms, signal }: Limits): Promise<{ readonly status: number; readonly body: unknown }> {
  const { status, text } = await askerOf(base)(path, ms, signal)
  return { status, body: parsed(text) }
}

function askerOf(base: string): Asker {
  const known = askers.get(base)
  if (known) return known
  const ask = openAsker(whereOf(base))
  askers.set(base, ask)
  return ask
}

interface Limits {
  readonly ms: number
  readonly signal: AbortSignal
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300
}
