import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from './explain'
import { recognise } from './recognise'
import { linesOf, type Recording } from './recognise-recorded'

const folder = new URL('recordings/', import.meta.url)
const recordings = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recording)

function understand(recording: Recording): { readonly title: string; readonly why: string; readonly kind: string; readonly lines: readonly string[] } {
  const lines = linesOf(recording)
  const { command, code, context, files } = recording
  const failure = recognise({ command, code, context, lines, has: (path) => files.includes(path) })
  const { title, why } = explain(failure, lines)
  return { kind: failure.kind, title, why, lines }
}

describe('a failure recorded from the real engine', () => {
  it.each(recordings.map((recording) => [recording.name, recording] as const))('%s is recognised and explained', (_, recording) => {
    const { kind, title, why } = understand(recording)
    expect(kind).not.toBe('unknown')
    // Which mirror the recording machine used says nothing about the words.
    expect({ what: recording.what, kind, title, why: why.replace(/(?:[\w-]+\.)+debian\.org/g, 'a mirror') }).toMatchSnapshot()
  })

  it('is one of many', () => {
    expect(recordings.length).toBeGreaterThan(100)
    expect(new Set(recordings.map((recording) => understand(recording).kind)).size).toBeGreaterThan(35)
  })

  it('holds nothing of the machine that recorded it', () => {
    for (const recording of recordings) expect(JSON.stringify(recording)).not.toMatch(/\/tmp\/fcrec|%2Ftmp|\/root\//)
  })

  it('has kept the lines that tell why', () => {
    const mute = recordings.filter((recording) => understand(recording).lines.length === 0)
    expect(mute.map(({ name }) => name)).toEqual(['build-cancelled', 'engine-silent'])
  })
})

describe('a failure', () => {
  const failed = { command: 'docker compose up -d', code: 1, context: 'start', lines: [] } as const

  it('that nobody knows keeps its command and code', () => {
    const failure = recognise({ ...failed, lines: ['Error: the moon is in the way'] })
    expect(failure).toEqual({ kind: 'unknown', command: 'docker compose up -d', code: 1 })
    expect(explain(failure, ['Error: the moon is in the way'])).toMatchObject({
      title: 'We do not know this error',
      evidence: ['Error: the moon is in the way'],
    })
  })

  it('of a step has the name that the screen shows', () => {
    const lines = ['process "/bin/sh -c ./prepare" did not complete successfully: exit code: 3']
    expect(recognise({ ...failed, context: 'build', lines, step: 'Trial run' })).toEqual({ kind: 'step-failed', step: 'Trial run', code: 3 })
    expect(recognise({ ...failed, context: 'build', lines })).toEqual({ kind: 'step-failed', step: './prepare', code: 3 })
  })

  it('of copying is told apart: missing, or left out on purpose', () => {
    const lines = ['failed to calculate checksum of ref a::b: "/models/face.bin": not found']
    expect(recognise({ ...failed, lines }).kind).toBe('file-missing')
    expect(recognise({ ...failed, lines, has: () => false }).kind).toBe('file-missing')
    expect(recognise({ ...failed, lines, has: (path) => path === 'models/face.bin' })).toEqual({ kind: 'file-ignored', path: 'models/face.bin' })
  })

  it('names the host that its line speaks of, not the first one of the log', () => {
    const lines = ['Get:1 http://good.example/debian trixie', 'E: Failed to fetch http://bad.example/x  Connection timed out']
    expect(recognise({ ...failed, lines })).toEqual({ kind: 'network-broken', host: 'bad.example' })
  })

  it('that was a signal was a stop', () => {
    expect(recognise({ ...failed, code: 143 }).kind).toBe('cancelled')
  })
})
