import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { couldNotRun, evidenceOf, simpleCheck, type Evidence, type Finding } from '../check'
import { buildAgain } from '../fixes'
import { samplePhoto } from '../sample-photo'
import { AIR_GAP_VISITOR } from './air-gap-visitor'

const READY_S = 240
const ASK_S = 400

const told = z.object({
  looked_up: z.array(z.string()),
  networks: z.array(z.string()),
  ready: z.boolean(),
  why: z.string().optional(),
  photo_s: z.number().optional(),
  bytes: z.number().optional(),
  png: z.boolean().optional(),
})

/** Works without the internet: with no network at all the service starts, loads its models and finishes one real photo. */
export const airGap = simpleCheck({ id: 'air-gap', turn: 'after-build' }, async ({ tools, ground }, signal) => {
  const input = await readFile(samplePhoto(tools.place.folder))
  const room = await ground.room()
  const { ran } = await room.run({ program: ['python3', '-c', AIR_GAP_VISITOR, String(READY_S)], input, seconds: ASK_S }, signal)
  const command = `${room.command}\n$ docker exec -i ${room.name} python3 -c '…wait for /ready, send it one photo…' < photo.jpg`
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  return ran.code === 0
    ? judge(ran.stdout, evidenceOf(command, ran))
    : { verdict: 'could-not-run', summary: 'The package did not answer', ...evidenceOf(command, ran) }
})

function judge(stdout: string, evidence: Evidence): Finding {
  const parsed = told.safeParse(parse(stdout.split('\n').at(-1) ?? ''))
  if (!parsed.success) return { verdict: 'could-not-run', summary: 'The package did not answer', ...evidence }
  const { looked_up: names, networks, ready, why, photo_s: seconds, png, bytes } = parsed.data
  const output = [
    `networks inside: ${networks.join(', ')}`,
    names.length === 0 ? 'names looked up: none' : `names looked up, all refused: ${names.join(', ')}`,
    ready ? '/ready: yes, all models loaded' : `/ready: no, ${why}`,
    ...(ready ? [seconds === undefined ? `photo: none, ${why}` : `photo: ${bytes} bytes in ${seconds} s`] : []),
  ].join('\n')
  const shown = { ...evidence, output }
  const wanted = names.length > 0 ? `Wanted ${names[0]}` : null
  if (networks.some((name) => name !== 'lo')) return { verdict: 'could-not-run', summary: 'The network was not cut off', ...shown }
  if (!ready) return { verdict: 'failed', summary: wanted ?? 'Did not become ready', ...shown, fix: buildAgain }
  if (seconds === undefined) return { verdict: 'failed', summary: wanted ?? 'The first photo failed', ...shown, fix: buildAgain }
  if (!png) return { verdict: 'failed', summary: 'What came out is no picture', ...shown, fix: buildAgain }
  return { verdict: 'passed', summary: `One photo in ${seconds.toFixed(1)} s`, ...shown }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
