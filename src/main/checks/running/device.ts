import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { simpleCheck, type Evidence, type Finding } from '../check'
import type { CheckFix } from '../../../core/check/check'
import type { Instance } from '../ground/instance'
import { execIn } from '../ground/exec'
import { samplePhoto } from '../sample-photo'
import { ask, sendPhoto } from './http'
import { appOf } from './in-app'

const status = z.looseObject({ device: z.looseObject({ requested: z.string(), used: z.string().nullable(), name: z.string() }) })
const showHealth: CheckFix = {
  label: 'Find the cause',
  explains: 'Health shows the lowest step on the way to the card that is broken.',
  does: { kind: 'show-health' },
}

/** Computes where you chose: /status names the device, and a graphics card also works while one photo is made. */
export const device = simpleCheck({ id: 'device', turn: 'after-build' }, async (subject, signal) => {
  const found = await appOf(subject)
  if (found.kind === 'none') return found.finding
  const { app, digest } = found
  await subject.ground.ready(app.base)
  const answer = await ask(`${app.base}/status`, {}, signal)
  const evidence = { command: `curl ${app.base}/status`, output: answer.text, exitCode: answer.status === 200 ? 0 : 1 }
  if (answer.status === 401) return { verdict: 'could-not-run', summary: 'It asks for its key', ...evidence, digest }
  const parsed = status.safeParse(parse(answer.text))
  if (!parsed.success || parsed.data.device.used === null) return { verdict: 'could-not-run', summary: 'It does not say', ...evidence, digest }
  const { used, name } = parsed.data.device
  const wanted = subject.variant.kind === 'cpu' ? 'cpu' : 'cuda'
  if (used !== wanted) return { verdict: 'failed', summary: `On the ${used === 'cpu' ? 'processor' : 'graphics card'}`, ...evidence, digest, fix: showHealth }
  if (wanted === 'cpu') return { verdict: 'passed', summary: 'On the processor', ...evidence, digest }
  const photo = await readFile(samplePhoto(subject.tools.place.folder))
  return { ...(await cardAtWork(app, { photo, name, evidence }, signal)), digest }
})

// Looks at the card's own counters before and while a photo is made; the photo is removed again.
async function cardAtWork(
  app: Instance,
  { photo, name, evidence }: { readonly photo: Uint8Array; readonly name: string; readonly evidence: Evidence },
  signal: AbortSignal,
): Promise<Finding> {
  const program = ['nvidia-smi', '--query-gpu=utilization.gpu,memory.used', '--format=csv,noheader,nounits', '--loop-ms=50']
  const watching = new AbortController()
  const counters = execIn(app.container, { program: ['timeout', '20', ...program], seconds: 30 }, AbortSignal.any([signal, watching.signal]))
  const made = await sendPhoto(app.base, photo, signal)
  const job = made.headers.get('x-facecraft-job')
  if (job) await ask(`${app.base}/api/v1/jobs/${job}`, { method: 'DELETE' }, signal)
  const where = made.headers.get('x-facecraft-device') ?? 'unknown'
  const seen = await counters
  const lines = seen.kind === 'exited' ? seen.stdout.split('\n').filter(Boolean) : []
  const busiest = Math.max(0, ...lines.map((line) => Number(line.split(',')[0]) || 0))
  const shown = {
    ...evidence,
    command: `${evidence.command}\n$ curl --form file=@photo.jpg ${app.base}/api/v1/process/quick\n$ ${program.join(' ')}`,
    output: `${evidence.output}\nphoto: ${made.status}, made on ${where}\ncard at most ${busiest}% busy in ${lines.length} looks`,
  }
  if (made.status !== 200) return { verdict: 'failed', summary: 'No photo came out', ...shown }
  if (lines.length === 0) return { verdict: 'needs-a-look', summary: `${name}, its work was not seen`, ...shown }
  return busiest > 0
    ? { verdict: 'passed', summary: `Proven on ${name}`, ...shown }
    : { verdict: 'needs-a-look', summary: 'The card did not work', ...shown, fix: showHealth }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
