import { tmpdir } from 'node:os'
import { sep } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

const DIRECTORY = 'com.docker.compose.project.working_dir'
const PROJECT = 'com.docker.compose.project'

/**
 * Remembers which containers exist, and returns a function that removes those which Compose has made since then
 * out of this project's folder or a temporary one; nothing else on the engine is touched.
 */
export async function rememberContainers(env) {
  const before = new Set((await listContainers(env)).map(({ id }) => id))
  return async () => {
    const left = leftoversOf(await listContainers(env), before, [root, tmpdir()])
    if (left.length === 0) return
    await run(['docker', 'rm', '--force', '--volumes', ...left.map(({ id }) => id)], { env })
    for (const project of new Set(left.map((container) => container.project))) {
      const networks = await run(['docker', 'network', 'ls', '--quiet', '--filter', `label=${PROJECT}=${project}`], { env })
      for (const id of networks.stdout.split('\n').filter(Boolean)) await run(['docker', 'network', 'rm', id], { env })
    }
  }
}

/** The containers that are new and whose Compose project lies in one of the folders. */
export function leftoversOf(containers, before, folders) {
  const isInside = (path) => folders.some((folder) => path === folder || path.startsWith(folder + sep))
  return containers.filter(({ id, directory }) => !before.has(id) && isInside(directory))
}

async function listContainers(env) {
  const format = `{{.ID}}\t{{.Label "${PROJECT}"}}\t{{.Label "${DIRECTORY}"}}`
  const { stdout } = await run(['docker', 'ps', '--all', '--no-trunc', '--format', format], { env })
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id, project, directory] = line.split('\t')
      return { id, project, directory }
    })
}
