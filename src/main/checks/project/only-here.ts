import { simpleCheck } from '../check'
import { onlyThisComputer } from '../fixes'
import { readProject, showing } from './read'

const HERE = new Set(['127.0.0.1', '::1', 'localhost'])

/** Only this computer can open it: the file, and the running app if there is one, publish the port on 127.0.0.1. */
export const onlyHere = simpleCheck({ id: 'only-here', turn: 'at-once' }, async (subject) => {
  const { tools, variant } = subject
  const read = await readProject(subject, [variant.id].filter(Boolean))
  if (read.kind === 'not-read') return read.finding
  const ports = read.config.services?.[variant.main]?.ports ?? []
  const running = tools.app.running()
  const now = running?.service === variant.main ? running.published : null
  const addresses = [...ports.map((p) => p.host_ip ?? '0.0.0.0'), ...(now ? [now.address] : [])]
  const evidence = showing(read.evidence, [
    ...ports.map((p) => `in the file: ${p.host_ip ?? '0.0.0.0'}:${p.published}`),
    ...(now ? [`running now: ${now.address}:${now.port}`] : []),
  ])
  if (addresses.length === 0) return { verdict: 'not-applicable', summary: 'Nobody can open it', ...evidence }
  if (addresses.every((address) => HERE.has(address))) return { verdict: 'passed', summary: 'Yes', ...evidence }
  return {
    verdict: 'needs-a-look',
    summary: 'Open to your network',
    ...evidence,
    fix: onlyThisComputer,
  }
})
