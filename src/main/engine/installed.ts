import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { childEnvironment } from '../compose/run-compose'

/** A Docker program on this computer and how it is started. */
interface Program {
  readonly name: string
  readonly path: string
  readonly command: readonly [string, ...string[]]
}

/** The installed Docker program that could be started, or null. */
export async function installedDocker(): Promise<Program | null> {
  for (const program of PROGRAMS[process.platform] ?? []) {
    const there = await access(program.path).then(
      () => true,
      () => false,
    )
    if (there) return program
  }
  return null
}

/** Asks the system to start Docker; says nothing about success, the watcher sees that. */
export async function startInstalledDocker(): Promise<void> {
  const program = await installedDocker()
  if (!program) return
  const [file, ...args] = program.command
  await execa(file, args, { env: childEnvironment(), extendEnv: false, reject: false, stdio: 'ignore', timeout: 60_000 })
}

const WINDOWS = join(process.env['ProgramFiles'] ?? 'C:\\Program Files', 'Docker', 'Docker', 'Docker Desktop.exe')

const PROGRAMS: Partial<Record<NodeJS.Platform, readonly Program[]>> = {
  linux: [
    { name: 'Docker Desktop', path: '/opt/docker-desktop/bin/docker-desktop', command: ['systemctl', '--user', 'start', 'docker-desktop'] },
    { name: 'Docker Engine', path: '/usr/bin/dockerd', command: ['systemctl', 'start', 'docker'] },
    { name: 'Docker Engine', path: '/usr/sbin/dockerd', command: ['systemctl', 'start', 'docker'] },
  ],
  darwin: [
    { name: 'Docker Desktop', path: '/Applications/Docker.app', command: ['open', '-g', '-a', 'Docker'] },
    { name: 'OrbStack', path: '/Applications/OrbStack.app', command: ['open', '-g', '-a', 'OrbStack'] },
    { name: 'Rancher Desktop', path: '/Applications/Rancher Desktop.app', command: ['open', '-g', '-a', 'Rancher Desktop'] },
  ],
  win32: [{ name: 'Docker Desktop', path: WINDOWS, command: [WINDOWS] }],
}
