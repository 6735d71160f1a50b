import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

const DIRECTORY = 'com.docker.compose.project.working_dir'
const PROJECT = 'com.docker.compose.project'
// As tests and benchmarks name their projects: after the process that makes them.
const OURS = /^fc(?:test|bench)-(?:[a-z-]+-)?(\d+)(?:-\d+)?$/

/** Removes the containers and networks of tests and benchmarks whose process has ended, or ends now. */
export async function removeLeftovers(env) {
  await remove(leftoversOf(await listContainers(env), hasEnded), env)
}

/** Remembers which containers exist, and returns a function that removes those of the project itself that were made since. */
export async function rememberContainers(env) {
  const before = new Set((await listContainers(env)).map(({ id }) => id))
  return async () => {
    const made = await listContainers(env)
    const left = made.filter(({ id, project, directory }) => !before.has(id) && directory === root && !OURS.test(project))
    await remove(left, env)
  }
}

/** The containers whose project is named after a process that has ended; nothing else on the engine is ours to touch. */
export function leftoversOf(containers, ended) {
  return containers.filter(({ project }) => {
    const maker = OURS.exec(project)
    return maker !== null && ended(Number(maker[1]))
  })
}

function hasEnded(pid) {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

async function remove(left, env) {
  if (left.length === 0) return
  await run(['docker', 'rm', '--force', '--volumes', ...left.map(({ id }) => id)], { env })
  for (const project of new Set(left.map((container) => container.project))) {
    const networks = await run(['docker', 'network', 'ls', '--quiet', '--filter', `label=${PROJECT}=${project}`], { env })
    for (const id of networks.stdout.split('\n').filter(Boolean)) await run(['docker', 'network', 'rm', id], { env })
  }
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
