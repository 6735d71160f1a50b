import type Docker from 'dockerode'
import type { Ran } from '../../compose/run-compose'
import { deadline } from '../../engine/deadline'
import { execIn, type Inside } from './exec'
import { CHECK_LABEL } from './names'
import { ROOM_KEEPER } from './room-keeper'
import { removeContainer } from './remove'

/** A container of the package without any network, in which the service runs; shared by all checks of a run. */
export interface Room {
  readonly name: string
  /** How it was started, as a person would type it. */
  readonly command: string
  /** Runs a program in it; tells the command as typed. */
  run(inside: Inside, signal: AbortSignal): Promise<{ readonly command: string; readonly ran: Ran }>
  close(): Promise<void>
}

const START_MS = 60_000

/** Starts the package's own program with no network but itself; names that it looks up are refused and written down. */
export async function openRoom(docker: Docker, { image, name }: { readonly image: string; readonly name: string }): Promise<Room> {
  const { Config: config } = await deadline(docker.getImage(image).inspect(), START_MS)
  const entry = config.Entrypoint ?? []
  const own = [...(typeof entry === 'string' ? [entry] : entry), ...(config.Cmd ?? [])]
  const container = await deadline(
    docker.createContainer({
      name,
      Image: image,
      Entrypoint: ['python3', '-c', ROOM_KEEPER],
      Cmd: own,
      Labels: { [CHECK_LABEL]: 'check' },
      // Docker's own look each second costs more than all checks in here.
      Healthcheck: { Test: ['NONE'] },
      HostConfig: { NetworkMode: 'none', Dns: ['127.0.0.1'] },
    }),
    START_MS,
  )
  try {
    await deadline(container.start(), START_MS)
  } catch (error) {
    await removeContainer(docker, container.id)
    throw error
  }
  return {
    name,
    command: `docker run --detach --name ${name} --network none --dns 127.0.0.1 --no-healthcheck ${image} ${own.join(' ')}`,
    async run(inside, signal) {
      const shown = inside.program.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ')
      const command = `docker exec ${inside.input ? '-i ' : ''}${name} ${shown}`
      return { command, ran: await execIn(container, inside, signal) }
    },
    close: () => removeContainer(docker, container.id),
  }
}
