import { simpleCheck } from '../check'
import { copyLines } from '../fixes'
import { readProject, showing } from './read'

/** Photos lie in folders that stay: every volume of the version has a name, and so has every folder the package asks for. */
export const namedVolumes = simpleCheck({ id: 'named-volumes', turn: 'at-once' }, async (subject) => {
  const { tools, variant, digest } = subject
  const read = await readProject(subject, [variant.id].filter(Boolean))
  if (read.kind === 'not-read') return read.finding
  const mounts = read.config.services?.[variant.main]?.volumes ?? []
  const targets = new Set(mounts.map((m) => m.target))
  const asked = digest === null ? [] : Object.keys((await tools.docker.getImage(variant.image).inspect()).Config.Volumes ?? {})
  const nameless = [...mounts.filter((m) => m.type === 'volume' && !m.source).map((m) => m.target), ...asked.filter((path) => !targets.has(path))]
  const evidence = showing(read.evidence, [
    ...mounts.map((m) => `${m.target}: ${m.type} ${m.source ?? 'without a name'}`),
    ...asked.map((path) => `${path}: asked for by the package`),
  ])
  if (nameless.length === 0) return { verdict: 'passed', summary: mounts.length === 0 ? 'No folders' : `${mounts.length} folders, all named`, ...evidence }
  const lines = nameless.map((path = '') => `      - ${path.split('/').at(-1)}:${path}`).join('\n')
  return {
    verdict: 'failed',
    summary: `${nameless.join(', ')} has no name`,
    ...evidence,
    fix: copyLines(`Name the folder in ${tools.place.file}, and list the name under volumes.`, `  ${variant.main}:\n    volumes:\n${lines}\n`),
  }
})
