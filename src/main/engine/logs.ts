import type Docker from 'dockerode'
import { deadline } from './deadline'

const LOGS_MS = 10_000
const HEADER = 8

/** The last lines a container printed, oldest first, both streams in order. */
export async function lastLines(docker: Docker, id: string, count: number): Promise<readonly string[]> {
  const raw = await deadline(docker.getContainer(id).logs({ stdout: true, stderr: true, tail: count, follow: false }), LOGS_MS)
  return textOf(raw)
    .split('\n')
    .filter((line) => line !== '')
    .slice(-count)
}

// Without a terminal the engine frames each piece: stream, three zero bytes, length as 32 bits, then the bytes.
function textOf(raw: Buffer): string {
  const parts: Buffer[] = []
  for (let at = 0; at + HEADER <= raw.length;) {
    const length = raw.readUInt32BE(at + 4)
    parts.push(raw.subarray(at + HEADER, at + HEADER + length))
    at += HEADER + length
  }
  return Buffer.concat(parts).toString('utf8')
}
