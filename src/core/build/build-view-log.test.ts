import { describe, expect, it } from 'vitest'
import type { LogChunk } from './build'
import { createLogLines, readMark } from './build-view-log'

const steps = new Map([
  ['a', { raw: '[parts 2/3] RUN pip install', startedAt: 1000 }],
  ['b', { raw: '[production 1/9] RUN apt-get install', startedAt: 1000 }],
])
const chunk = (step: 'a' | 'b', text: string, at = 3100): LogChunk => ({ step, number: step === 'a' ? 21 : 7, at, text })

/** What a reader sees, without colours, marks and line drawing. */
function seen(...texts: string[]): string {
  return texts
    .join('')
    .replace(/\x1b\]7777;[^\x07]*\x07/g, '')
    .replace(/\x1b\[[\d;]*m/g, '')
}

function log(): (c: LogChunk) => string {
  const lines = createLogLines((id) => steps.get(id))
  return (c) => lines.add(c)
}

describe('the log of a build', () => {
  it('opens a step with its name and prefixes its lines with number and seconds', () => {
    expect(seen(log()(chunk('a', 'Collecting pillow\nCollecting numpy\n')))).toBe(
      '#21 [parts 2/3] RUN pip install\r\n#21   2.1 Collecting pillow\r\n#21   2.1 Collecting numpy\r\n',
    )
  })

  it('continues a line that arrives in two pieces', () => {
    const add = log()
    expect(seen(add(chunk('a', 'Collect')), add(chunk('a', 'ing\n')))).toContain('#21   2.1 Collecting\r\n')
  })

  it('redraws a progress bar in its own line, with its prefix', () => {
    const add = log()
    expect(seen(add(chunk('a', '10%\r')), add(chunk('a', '90%\r100%\n', 4100)))).toContain('#21   2.1 10%\r#21   3.1 90%\r#21   3.1 100%\r\n')
  })

  it('treats a return before a line end as one line end', () => {
    expect(seen(log()(chunk('a', 'one\r\ntwo\r\n')))).toContain('2.1 one\r\n#21   2.1 two\r\n')
  })

  it('never mixes two steps in one line', () => {
    const add = log()
    const text = seen(add(chunk('a', 'half')), add(chunk('b', 'whole\nbegun')), add(chunk('a', ' and half\n')))
    expect(text).toContain('half\r\n')
    expect(text).toContain('#7   2.1 whole\r\n')
    expect(text).toContain('#7   2.1 begun\r\n#21   2.1  and half\r\n')
  })

  it('holds back what has no line end while another step is writing its line', () => {
    const add = log()
    add(chunk('b', 'b begins\n'))
    add(chunk('a', 'open'))
    expect(add(chunk('b', '10%\r20%\r30%'))).toBe('')
    expect(seen(add(chunk('b', '\n')))).toBe('\r\n#7   2.1 30%\r\n')
  })

  it('starts the next line in the colour that the last one left on', () => {
    const add = log()
    expect(add(chunk('a', '\x1b[31mfirst\nsecond\x1b[0m\nthird\n'))).toMatch(/2\.1\x1b\[0m \x1b\[31msecond\x1b\[0m/)
    expect(add(chunk('a', 'fourth\n'))).toBe('\x1b[90m#21   2.1\x1b[0m fourth\x1b[0m\r\n')
  })

  it('shows a gap that the engine left as a gap', () => {
    const gap: LogChunk = { ...chunk('a', '[output clipped, log limit 2MiB reached]\n'), mark: 'gap' }
    expect(log()(gap)).toContain('\x1b[33m[output clipped, log limit 2MiB reached]')
  })

  it('encloses the error of a failed step in marks', () => {
    const lines = createLogLines((id) => steps.get(id))
    lines.add(chunk('a', 'no line end'))
    const text = lines.add({ ...chunk('a', 'process "pip" did not complete: exit code: 1'), mark: 'error' })
    expect(text).toMatch(/\r\n\x1b\]7777;error-begins\x07.*ERROR: process .*exit code: 1.*\r\n\x1b\]7777;error-ends\x07$/s)
  })

  it('gives a step that printed nothing a line of its own', () => {
    const lines = createLogLines((id) => steps.get(id))
    const step = {
      id: 'c',
      phase: 'setup',
      name: 'n',
      explanation: null,
      raw: '[internal] load .dockerignore',
      bytes: null,
      sub: null,
      lastOutputAt: null,
      error: null,
    }
    expect(seen(lines.quiet({ ...step, state: 'done', startedAt: 1000, endedAt: 3000 }))).toBe('# [internal] load .dockerignore 0:02\r\n')
    expect(seen(lines.quiet({ ...step, state: 'reused', startedAt: 1000, endedAt: 1000 }))).toContain('reused')
  })

  it('does not let a build forge a mark', () => {
    expect(log()(chunk('a', '\x1b]7777;error-begins\x07text\n'))).not.toContain('7777;error-begins')
  })

  it('reads back the marks it writes', () => {
    const text = log()({ ...chunk('a', 'it broke'), mark: 'error' })
    expect([...text.matchAll(/\x1b\]7777;([^\x07]*)\x07/g)].map(([, payload]) => readMark(payload ?? ''))).toEqual(['error-begins', 'error-ends'])
    expect(readMark('else')).toBeNull()
  })
})
