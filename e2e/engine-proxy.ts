import { connect, createServer, type Socket } from 'node:net'
import { engineAddress } from './engine'

/** A door to the real engine at another address, that can be opened and shut. */
export interface EngineDoor {
  readonly address: string
  open(): Promise<void>
  shut(): Promise<void>
}

/** A door at a socket file; shut at first, so that no engine is there. */
export async function engineDoor(path: string): Promise<EngineDoor> {
  const engine = new URL(await engineAddress())
  const target = engine.protocol === 'unix:' ? { path: engine.pathname } : { host: engine.hostname, port: Number(engine.port || 2375) }
  const through = new Set<Socket>()
  const server = createServer((caller) => {
    const answerer = connect(target)
    for (const end of [caller, answerer]) {
      through.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => through.delete(end))
    }
    caller.pipe(answerer).pipe(caller)
  })
  return {
    address: `unix://${path}`,
    open: () => new Promise((resolve) => server.listen(path, resolve)),
    shut: () =>
      new Promise((resolve) => {
        for (const end of through) end.destroy()
        server.close(() => resolve())
      }),
  }
}
