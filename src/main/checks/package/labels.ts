import { inspectImage } from '../../engine/images'
import { found, simpleCheck } from '../check'
import { buildAgain } from '../fixes'

const WANTED = ['title', 'description', 'version', 'revision', 'created', 'source', 'licenses', 'vendor']
const PREFIX = 'org.opencontainers.image.'

/** Says what it is: all labels of the open standard for packages are there and filled. */
export const labels = simpleCheck({ id: 'labels', turn: 'after-build' }, async ({ tools, variant }) => {
  const image = await inspectImage(tools.docker, variant.image)
  if (!image) return found('could-not-run', 'Not built yet')
  const of = (name: string): string => image.labels[`${PREFIX}${name}`] ?? ''
  const missing = WANTED.filter((name) => of(name) === '')
  const output = WANTED.map((name) => `${PREFIX}${name}: ${of(name) || '(missing)'}`).join('\n')
  const evidence = { command: `docker image inspect --format '{{json .Config.Labels}}' ${variant.image}`, output, exitCode: 0 }
  if (missing.length > 0) return { verdict: 'failed', summary: `Does not say its ${missing[0]}`, ...evidence, fix: buildAgain }
  return { verdict: 'passed', summary: `${of('version')}, ${of('licenses')}`, ...evidence }
})
