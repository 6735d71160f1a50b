import { describe, expect, it } from 'vitest'
import type { VertexLog } from './buildkit'
import { logText } from './log-text'

const log = (bytes: Uint8Array): VertexLog => ({ vertex: 'a', stream: 1, at: 0, data: Buffer.from(bytes).toString('base64') })
const euros = Buffer.from('12 € and 🙂')

describe('the text of a build’s output', () => {
  it('is whole wherever a character is cut in two', () => {
    for (let cut = 0; cut <= euros.length; cut++) {
      const first = logText(log(euros.subarray(0, cut)))
      const second = logText(log(euros.subarray(cut)), first.rest)
      expect(first.text + second.text).toBe('12 € and 🙂')
      expect(second.rest).toBe('')
    }
  })

  it('shows bytes that are no text as replacement characters', () => {
    expect(logText(log(Uint8Array.of(0x61, 0xff, 0xfe, 0x62))).text).toBe('a\ufffd\ufffdb')
  })

  it('is empty for data that is no base64', () => {
    expect(logText({ ...log(euros), data: '*' }).text).toBe('')
  })
})
