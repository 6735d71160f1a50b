import { simpleCheck } from '../check'
import { restartApp, showMessages } from '../fixes'
import { ask } from './http'
import { appOf } from './in-app'

/** Answers, with all models loaded: /health says 200 and /ready says ready. */
export const answers = simpleCheck({ id: 'answers', turn: 'after-build' }, async (subject, signal) => {
  const found = await appOf(subject)
  if (found.kind === 'none') return found.finding
  const { base, command: started, whose } = found.app
  await subject.ground.ready(base)
  const ready = await ask(`${base}/ready`, {}, signal)
  const health = await ask(`${base}/health`, {}, signal)
  const command = `${started === '' ? '' : `${started}\n$ `}curl ${base}/health ${base}/ready`
  const output = `/health ${health.status} ${health.text}\n/ready ${ready.status} ${ready.text}`
  const evidence = { command, output, exitCode: health.status === 200 && ready.status === 200 ? 0 : 1, digest: found.digest }
  if (signal.aborted) return { verdict: 'could-not-run', summary: 'Cancelled', ...evidence, exitCode: null }
  const loaded = ready.status === 200 && /"ready"\s*:\s*true/.test(ready.text)
  if (health.status === 200 && loaded) return { verdict: 'passed', summary: `Yes, in ${ready.ms} ms`, ...evidence }
  return {
    verdict: 'failed',
    summary: health.status === 200 ? 'Not all models are loaded' : 'Does not answer',
    ...evidence,
    fix: whose === 'our own' ? showMessages : restartApp,
  }
})
