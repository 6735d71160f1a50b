import { describe, expect, it } from 'vitest'
import { createLogLines } from '../../../core/build/build-view-log'
import { createLogSink } from './log-sink'

function setup(only: string | null) {
  const written: string[] = []
  const parts: number[] = []
  let frames = 0
  const leaving = new AbortController()
  const sink = createLogSink(
    {
      lines: createLogLines(() => ({ raw: 'step', startedAt: 0 })),
      write: async (text) => void written.push(text),
      frame: async () => void (frames += 1),
      only,
      quietUntil: () => [],
      onPart: async (from) => void parts.push(from),
    },
    leaving.signal,
  )
  return { sink, leaving, written, parts, frames: () => frames }
}

const chunk = (step: string, text: string) => ({ step, number: 1, at: 0, text })

describe('drawing a log', () => {
  it('writes at most 64 KB a frame', async () => {
    const { sink, written, frames } = setup(null)
    await sink.draw([chunk('a', `${'x'.repeat(150_000)}\n`)], 0)
    expect(written.every((text) => text.length <= 64 * 1024)).toBe(true)
    expect(frames()).toBe(written.length)
    expect(written.join('')).toContain('x'.repeat(1000))
  })

  it('draws nothing more of what was left when nobody looks any more', async () => {
    const { sink, written, leaving } = setup(null)
    const drawn = sink.draw([chunk('a', `${'x'.repeat(150_000)}\n`)], 0)
    leaving.abort()
    await drawn
    expect(written).toEqual([])
  })

  it('shows one step only, and says where each part begins', async () => {
    const { sink, written, parts } = setup('b')
    await sink.draw([chunk('a', 'first\n'), chunk('b', 'second\n')], 40)
    expect(written.join('')).toContain('second')
    expect(written.join('')).not.toContain('first')
    expect(parts).toEqual([40])
  })
})
