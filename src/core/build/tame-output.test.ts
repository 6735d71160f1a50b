import { describe, expect, it } from 'vitest'
import { tameOutput } from './tame-output'

const tamed = (text: string): string => tameOutput(text, '').text

describe('output of a build, made safe to draw', () => {
  it('keeps plain text, tabs and line ends', () => {
    expect(tamed('Collecting pillow\n\tdone\r\n')).toBe('Collecting pillow\n\tdone\r\n')
  })

  it('keeps colours, also 256 and true colours', () => {
    const coloured = '\x1b[1;31mred\x1b[0m \x1b[38;5;208morange\x1b[m \x1b[38:2::1:2:3mtrue\x1b[39m'
    expect(tamed(coloured)).toBe(coloured)
  })

  it('keeps a progress bar that redraws its own line', () => {
    const bar = ' 10% |█         |\r 50% |█████     |\x1b[K\r100% |██████████|\x1b[2K\x1b[5C\x1b[10G\n'
    expect(tamed(bar)).toBe(bar)
  })

  it.each([
    ['a window title', '\x1b]0;owned\x07'],
    ['a title ended by ST', '\x1b]2;owned\x1b\\'],
    ['a clipboard write', '\x1b]52;c;aGVsbG8=\x07'],
    ['a colour query', '\x1b]10;?\x07'],
    ['a device query', '\x1b[c'],
    ['a second device query', '\x1b[>0c'],
    ['a cursor position query', '\x1b[6n'],
    ['a settings query', '\x1bP$qm\x1b\\'],
    ['mouse mode', '\x1b[?1000h\x1b[?1006h'],
    ['the alternate screen', '\x1b[?1049h'],
    ['bracketed paste', '\x1b[?2004h'],
    ['a window report', '\x1b[21t'],
    ['a full reset', '\x1bc'],
    ['a character set', '\x1b(0'],
    ['clear screen and home', '\x1b[2J\x1b[H'],
    ['cursor up', '\x1b[3A'],
    ['a jump to another place', '\x1b[10;10H'],
    ['a scroll region', '\x1b[1;5r'],
    ['an application message', '\x1b_payload\x1b\\'],
    ['the answerback character and the bell', '\x05\x07'],
    ['an eight-bit title', '\x9d0;owned\x07'],
    ['an eight-bit device query', '\x9bc'],
    ['colour words of xterm that are no colours', '\x1b[>4;2m'],
  ])('drops %s', (_what, sequence) => {
    expect(tamed(`before ${sequence}after`)).toBe('before after')
  })

  it('keeps the words of a hyperlink and drops its address', () => {
    expect(tamed('see \x1b]8;;https://example.org\x1b\\the page\x1b]8;;\x1b\\ now')).toBe('see the page now')
  })

  it('keeps a few repeated characters and drops a flood of them', () => {
    expect(tamed('=\x1b[40b')).toBe('=\x1b[40b')
    expect(tamed('=\x1b[99999999b')).toBe('=')
    expect(tamed('=\x1b[600b\x1b[600b')).toBe('=\x1b[600b')
  })

  it('drops moves that are too far to be meant', () => {
    expect(tamed('a\x1b[99999999Cb')).toBe('ab')
  })

  it('finishes a sequence that arrives in two pieces', () => {
    const first = tameOutput('red: \x1b[3', '')
    expect(first).toEqual({ text: 'red: ', rest: '\x1b[3' })
    expect(tameOutput('1mtext', first.rest)).toEqual({ text: '\x1b[31mtext', rest: '' })
  })

  it('drops a title that arrives in two pieces', () => {
    const first = tameOutput('a\x1b]0;own', '')
    expect(tameOutput('ed\x07b', first.rest)).toEqual({ text: 'b', rest: '' })
  })

  it('drops a title whose end is cut in the middle', () => {
    const first = tameOutput('a\x1b]0;owned\x1b', '')
    expect(first.text + tameOutput('\\b', first.rest).text).toBe('ab')
  })

  it('lets an unfinished title swallow no further line', () => {
    expect(tamed('a\x1b]0;never ended\nnext line\n')).toBe('a\nnext line\n')
  })

  it('does not keep an endless unfinished sequence', () => {
    expect(tameOutput(`\x1b]52;c;${'A'.repeat(10_000)}`, '').rest).toBe('')
  })

  it('shows of a line that is no text what can be read, and leaves text with a broken character alone', () => {
    expect(tamed('PNG\ufffd\u05d0\ufffd\x1b[31m\ufffd\ufffd\x07\ufffd IHDR\nnext\n')).toBe('PNG\ufffd[31m\ufffd IHDR\nnext\n')
    expect(tamed('Größe \ufffd 中文 \x1b[31mrot\n')).toBe('Größe \ufffd 中文 \x1b[31mrot\n')
  })

  it('draws nothing of a megabyte of hostile bytes', () => {
    const flood = '\x1b[99999999b\x1b]0;x\x07\x1b[?1049h\x9b6n'.repeat(40_000)
    expect(tamed(flood)).toBe('')
  })
})
