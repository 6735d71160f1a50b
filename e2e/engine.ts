import { execa } from 'execa'

const PATIENCE_MS = 120_000

/** Runs one docker command against the engine of the stories and gives what it printed. */
export async function docker(...args: readonly string[]): Promise<string> {
  const { stdout } = await execa('docker', args, { timeout: PATIENCE_MS })
  return stdout
}

/** The services of a project whose containers are in a state, sorted. */
export async function services(project: string, status: 'running' | 'exited' | 'created' | 'restarting'): Promise<readonly string[]> {
  const filters = ['--filter', `label=com.docker.compose.project=${project}`, '--filter', `status=${status}`]
  const names = await docker('ps', '--all', ...filters, '--format', '{{.Label "com.docker.compose.service"}}')
  return names.split('\n').filter(Boolean).sort()
}

/** Whether the engine has an image of this name. */
export async function hasImage(name: string): Promise<boolean> {
  return (await docker('image', 'ls', '--quiet', name)) !== ''
}

/** The running commands of this computer that mention a word. */
export async function commandsWith(word: string): Promise<readonly string[]> {
  const { stdout } = await execa('ps', ['-eo', 'args'])
  return stdout.split('\n').filter((line) => line.includes(word))
}

/** The address of the engine that the stories use. */
export async function engineAddress(): Promise<string> {
  return process.env['DOCKER_HOST'] || (await docker('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'))
}
