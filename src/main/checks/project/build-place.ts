import { access, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { found, simpleCheck } from '../check'
import { copyLines } from '../fixes'
import { copiedFiles } from './copied-files'
import { readProject, showing } from './read'

interface Place {
  readonly context: string
  readonly dockerfile: string
}

/** Is built from the right folder: the Dockerfile is where the file says, and all that it copies lies in the build's folder. */
export const buildPlace = simpleCheck({ id: 'build-place', turn: 'at-once' }, async (subject) => {
  const { tools, variant } = subject
  const read = await readProject(subject, [variant.id].filter(Boolean))
  if (read.kind === 'not-read') return read.finding
  const build = read.config.services?.[variant.main]?.build
  if (!build) return found('not-applicable', 'Is not built here')
  const place = { context: build.context ?? tools.place.folder, dockerfile: build.dockerfile ?? 'Dockerfile' }
  const missing = await missingIn(place)
  const said = (p: Place): string => `folder ${relative(tools.place.folder, p.context) || '.'}, instructions ${p.dockerfile}`
  const evidence = showing(read.evidence, [said(place), ...missing.map((file) => `missing there: ${file}`)])
  if (missing.length === 0) return { verdict: 'passed', summary: 'Yes', ...evidence }
  const right = await rightPlace(tools.place.folder, place)
  const lines = right && `    build:\n      context: ${relative(tools.place.folder, right.context) || '.'}\n      dockerfile: ${right.dockerfile}\n`
  return {
    verdict: 'failed',
    summary: `${basename(missing[0] ?? '')} is not there`,
    ...evidence,
    fix: lines ? copyLines(`Put these lines into ${variant.main} in ${tools.place.file}; all files are found from there.`, lines) : null,
  }
})

async function missingIn({ context, dockerfile }: Place): Promise<readonly string[]> {
  const text = await readFile(join(context, dockerfile), 'utf8').catch(() => null)
  if (text === null) return [dockerfile]
  const looked = await Promise.all(copiedFiles(text).map(async (file) => ((await exists(join(context, file))) ? null : file)))
  return looked.filter((file) => file !== null)
}

// The pairs that people mix up: the project's folder, the Dockerfile's own, and the one that was named.
async function rightPlace(folder: string, wrong: Place): Promise<Place | null> {
  const name = basename(wrong.dockerfile)
  const files = [join(wrong.context, wrong.dockerfile), join(folder, wrong.dockerfile), join(folder, 'docker', name), join(folder, name)]
  for (const file of files) {
    for (const context of [folder, dirname(file), wrong.context]) {
      const place = { context, dockerfile: relative(context, file) }
      if ((await exists(file)) && (await missingIn(place)).length === 0) return place
    }
  }
  return null
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
