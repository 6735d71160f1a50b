import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { ComposeConfig, ComposeService } from '../../core/project/compose-config'
import { insidePaths, isInside } from '../../core/project/host-paths'

/** What the project refers to in its own folder and does not bring along, one sentence each: Compose notices only at the start. */
export async function missingThings(config: ComposeConfig, folder: string): Promise<readonly string[]> {
  const services = Object.entries(config.services ?? {})
  const found = await Promise.all([
    ...services.flatMap(([name, service]) => [missingBuild(name, service), missingFiles(name, service, folder)]),
    ...(['secrets', 'configs'] as const).map((kind) => missingSources(config, kind)),
  ])
  return found.flat()
}

async function missingBuild(name: string, { build, image }: ComposeService): Promise<readonly string[]> {
  const context = build?.context
  if (!context || /^[a-z]+:\/\/|^git@|\.git(#|$)/.test(context)) return []
  const instead = image ? '' : ', and there is no package to download instead'
  if (!(await exists(context))) return [`"${name}" is built from the folder ${context}, which is missing${instead}`]
  if (build.dockerfile_inline) return []
  const dockerfile = resolve(context, build.dockerfile ?? 'Dockerfile')
  return (await exists(dockerfile)) ? [] : [`"${name}" is built by the file ${dockerfile}, which is missing${instead}`]
}

// A folder for data may be made at the start; what looks like a file and is made as a folder breaks the service.
async function missingFiles(name: string, { volumes }: ComposeService, folder: string): Promise<readonly string[]> {
  const sources = (volumes ?? []).filter((v) => v.type === 'bind').map((v) => insidePaths(v.source ?? ''))
  const files = sources.filter((path) => isInside(path, folder) && /^\.[a-z][a-z0-9]{1,8}$/i.test(extname(path)) && !path.endsWith('.d'))
  const gone = await Promise.all(files.map(async (path) => ((await exists(path)) ? [] : [path])))
  return gone.flat().map((path) => `"${name}" needs the file ${path}, which is missing; Docker would put an empty folder in its place`)
}

async function missingSources(config: ComposeConfig, kind: 'secrets' | 'configs'): Promise<readonly string[]> {
  const paths = Object.entries(config[kind] ?? {}).flatMap(([key, { file }]) => (file ? [[key, insidePaths(file)] as const] : []))
  const gone = await Promise.all(
    paths.map(async ([key, path]) =>
      (await exists(path)) ? [] : [`The ${kind === 'secrets' ? 'secret' : 'configuration'} "${key}" should come from ${path}, which is missing`],
    ),
  )
  return gone.flat()
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
