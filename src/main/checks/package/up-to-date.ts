import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type Docker from 'dockerode'
import { deadline } from '../../engine/deadline'
import { found, simpleCheck, type Subject } from '../check'
import { buildAgain, restartApp } from '../fixes'
import { copiedFiles } from '../project/copied-files'

const ASK_MS = 10_000
const SKIPPED = /__pycache__|\.pyc$|node_modules|\.venv|_cache$/

/** Is as new as its sources: no file of the build was changed after it, and the running app is the package built last. */
export const upToDate = simpleCheck({ id: 'up-to-date', turn: 'after-build' }, async (subject) => {
  const { variant } = subject
  const { image, builtAt } = await lastBuilt(subject)
  const newest = await newestSource(subject)
  if (!newest) return found('not-applicable', 'Has no sources here')
  const running = await runningPackage(subject)
  const output = [
    `built ${iso(builtAt)}`,
    `newest source ${iso(newest.at)} ${newest.path}`,
    running === null ? 'not running' : `running ${running}`,
    `built last ${image.Id}`,
  ].join('\n')
  const evidence = { command: `docker image inspect ${variant.image}; stat (each file that the build takes)`, output, exitCode: 0 }
  if (newest.at > builtAt) return { verdict: 'needs-a-look', summary: `${newest.path.split('/').at(-1)} is newer`, ...evidence, fix: buildAgain }
  if (running !== null && running !== image.Id) return { verdict: 'needs-a-look', summary: 'An older one runs', ...evidence, fix: restartApp }
  return { verdict: 'passed', summary: 'Yes', ...evidence }
})

/** Whether a file of the build was changed after the package was built, or cannot be told. */
export async function mayBeOutdated(subject: Pick<Subject, 'tools' | 'variant'>): Promise<boolean> {
  const [{ builtAt }, newest] = await Promise.all([lastBuilt(subject), newestSource(subject)])
  return newest === null || newest.at > builtAt
}

async function lastBuilt({
  tools,
  variant,
}: Pick<Subject, 'tools' | 'variant'>): Promise<{ readonly image: Docker.ImageInspectInfo; readonly builtAt: number }> {
  const image = await deadline(tools.docker.getImage(variant.image).inspect(), ASK_MS)
  const tagged = Date.parse((image as { Metadata?: { LastTagTime?: string } }).Metadata?.LastTagTime ?? '')
  return { image, builtAt: Math.max(Date.parse(image.Created), Number.isNaN(tagged) || tagged < 0 ? 0 : tagged) }
}

async function runningPackage({ tools, variant }: Subject): Promise<string | null> {
  const running = tools.app.running()
  if (running?.service !== variant.main) return null
  return (await deadline(tools.docker.getContainer(running.id).inspect(), ASK_MS)).Image
}

async function newestSource({ tools, variant }: Pick<Subject, 'tools' | 'variant'>): Promise<{ readonly path: string; readonly at: number } | null> {
  if (variant.dockerfile === null) return null
  const { folder } = tools.place
  const text = await readFile(join(folder, variant.dockerfile), 'utf8').catch(() => null)
  if (text === null) return null
  // What only the tests take does not end up in the package.
  const production = text.split(/^FROM .* AS test\s*$/m)[0] ?? text
  const files = (await Promise.all([variant.dockerfile, ...copiedFiles(production)].map((path) => filesUnder(folder, path)))).flat()
  return files.reduce<{ path: string; at: number } | null>((newest, file) => (newest && newest.at >= file.at ? newest : file), null)
}

async function filesUnder(folder: string, path: string): Promise<{ path: string; at: number }[]> {
  const about = await stat(join(folder, path)).catch(() => null)
  if (!about || SKIPPED.test(path)) return []
  if (!about.isDirectory()) return [{ path, at: about.mtimeMs }]
  return (await Promise.all((await readdir(join(folder, path))).map((name) => filesUnder(folder, join(path, name))))).flat()
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
