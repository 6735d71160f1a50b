import { readFile } from 'node:fs/promises'
import { couldNotRun, evidenceOf, simpleCheck } from '../check'
import { showMessages } from '../fixes'
import { samplePhoto } from '../sample-photo'
import { sendPhoto } from './http'
import { ownAppOf } from './in-app'
import { until200 } from './wait-ready'

const READY_S = 240

/** Photos stay after a restart: one made in an app of our own is there again after its container was taken away and made anew. */
export const survivesRestart = simpleCheck({ id: 'survives-restart', turn: 'last' }, async (subject, signal) => {
  const found = await ownAppOf(subject)
  if (found.kind === 'none') return found.finding
  const { app, digest } = found
  const photo = await readFile(samplePhoto(subject.tools.place.folder))
  await subject.ground.ready(app.base)
  const made = await sendPhoto(app.base, photo, signal)
  const job = made.headers.get('x-facecraft-job')
  const commands = [app.command, `curl --form file=@photo.jpg ${app.base}/api/v1/process/quick`]
  const evidence = {
    command: commands.join('\n$ '),
    output: `photo: ${made.status}${made.status === 200 ? `, ${made.bytes.length} bytes` : ` ${made.text}`}`,
    exitCode: made.status === 200 ? 0 : 1,
    digest,
  }
  if (signal.aborted) return { ...couldNotRun(evidence.command, { kind: 'cancelled' }), digest }
  if (made.status !== 200 || !job) return { verdict: 'could-not-run', summary: 'No photo came out', ...evidence, fix: showMessages }
  const ran = await app.startAnew(signal)
  const anew = [...commands, app.anewCommand].join('\n$ ')
  if (ran.kind !== 'exited') return couldNotRun(anew, ran)
  if (ran.code !== 0) return { verdict: 'failed', summary: 'Did not start again', ...evidenceOf(anew, ran), digest, fix: showMessages }
  const url = `${app.base}/api/v1/download/${job}/1.png`
  await until200(`${app.base}/health`, READY_S, signal)
  const kept = await until200(url, 5, signal)
  const same = Buffer.compare(Buffer.from(kept.bytes), Buffer.from(made.bytes)) === 0
  const shown = {
    command: `${anew}\n$ curl ${url}`,
    output: `${evidence.output}\nafterwards: ${kept.status}, ${kept.bytes.length} bytes, ${same ? 'the same' : 'not the same'}`,
    exitCode: kept.status === 200 ? 0 : 1,
    digest,
  }
  if (signal.aborted) return { ...couldNotRun(shown.command, { kind: 'cancelled' }), digest }
  return kept.status === 200 && same
    ? { verdict: 'passed', summary: 'The photo stayed', ...shown }
    : { verdict: 'failed', summary: 'The photo is gone', ...shown }
})
