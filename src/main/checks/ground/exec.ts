import { PassThrough } from 'node:stream'
import type Docker from 'dockerode'
import type { Ran } from '../../compose/run-compose'

/** A program to run inside a container that is up. */
export interface Inside {
  readonly program: readonly string[]
  readonly input?: Uint8Array
  readonly seconds: number
}

/** Runs it through Docker's own interface, without a command of its own, and reads it to its end. */
export async function execIn(container: Docker.Container, { program, input, seconds }: Inside, signal: AbortSignal): Promise<Ran> {
  if (signal.aborted) return { kind: 'cancelled' }
  const began = performance.now()
  const exec = await container.exec({ Cmd: [...program], AttachStdin: input !== undefined, AttachStdout: true, AttachStderr: true })
  const stream = await exec.start({ hijack: true, stdin: input !== undefined })
  const [out, err] = [collect(), collect()]
  container.modem.demuxStream(stream, out.sink, err.sink)
  if (input) stream.end(input)
  const end = await endOf(stream, seconds, signal)
  if (end !== 'ended') {
    stream.destroy()
    return end === 'cancelled' ? { kind: 'cancelled' } : { kind: 'timed-out', seconds }
  }
  const { ExitCode: code } = await exec.inspect()
  return { kind: 'exited', code: code ?? 1, stdout: out.text(), stderr: err.text(), duration: Math.round(performance.now() - began) }
}

function endOf(stream: NodeJS.ReadWriteStream, seconds: number, signal: AbortSignal): Promise<'ended' | 'cancelled' | 'timed-out'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done('timed-out'), seconds * 1000)
    const cancel = (): void => done('cancelled')
    const done = (how: 'ended' | 'cancelled' | 'timed-out'): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      resolve(how)
    }
    signal.addEventListener('abort', cancel, { once: true })
    stream.once('end', () => done('ended'))
    stream.once('close', () => done('ended'))
    stream.once('error', () => done('ended'))
  })
}

function collect(): { readonly sink: PassThrough; text(): string } {
  const parts: Buffer[] = []
  const sink = new PassThrough()
  sink.on('data', (part: Buffer) => parts.push(part))
  return { sink, text: () => Buffer.concat(parts).toString('utf8').replace(/\n$/, '') }
}
