import { describe, expect, it } from 'vitest'
import type { LogPart } from '../../../core/build/build'
import { pullLog, type LogSink, type LogSource } from './pull-log'

const chunk = (text: string) => ({ step: 'a', number: 1, at: 0, text })
const part = (from: number, next: number, more: Partial<LogPart> = {}): LogPart => ({ from, next, chunks: [chunk(`${from}`)], complete: false, ...more })

function setup(answers: readonly (LogPart | Error)[]) {
  const steps: string[] = []
  const left = [...answers]
  const source: LogSource = {
    read: (from) => {
      steps.push(`read ${from}`)
      const next = left.shift()
      return next instanceof Error || !next ? Promise.reject(next ?? new Error('nothing left')) : Promise.resolve(next)
    },
    grown: async (from) => void steps.push(`wait ${from}`),
    again: async () => void steps.push('again'),
  }
  const sink: LogSink = {
    draw: async (chunks) => {
      await Promise.resolve()
      steps.push(`drawn ${chunks.map((c) => c.text).join()}`)
    },
    end: async () => void steps.push('end'),
  }
  return { steps, source, sink }
}

describe('pulling a log', () => {
  it('asks for the next part only after the last one was drawn', async () => {
    const { steps, source, sink } = setup([part(0, 10), part(10, 20, { complete: true })])
    await pullLog(source, sink, { from: 0, signal: new AbortController().signal })
    expect(steps).toEqual(['read 0', 'drawn 0', 'read 10', 'drawn 10', 'end'])
  })

  it('waits for growth when it is level with the file', async () => {
    const { steps, source, sink } = setup([part(0, 0, { chunks: [] }), part(0, 5, { complete: true })])
    await pullLog(source, sink, { from: 0, signal: new AbortController().signal })
    expect(steps).toEqual(['read 0', 'drawn ', 'wait 0', 'read 0', 'drawn 0', 'end'])
  })

  it('asks for the same part again when it could not be read', async () => {
    const { steps, source, sink } = setup([new Error('line broke'), part(0, 5, { complete: true })])
    await pullLog(source, sink, { from: 0, signal: new AbortController().signal })
    expect(steps).toEqual(['read 0', 'again', 'read 0', 'drawn 0', 'end'])
  })

  it('stops at once when nobody looks any more', async () => {
    const leaving = new AbortController()
    const { steps, source, sink } = setup([part(0, 10), part(10, 20)])
    await pullLog(source, { ...sink, draw: async () => leaving.abort() }, { from: 0, signal: leaving.signal })
    expect(steps).toEqual(['read 0'])
  })
})
