import { describe, expect, it } from 'vitest'
import { levelOf } from './message-level'

describe('the level of a message', () => {
  it.each([
    ['2026-03-03T10:40:02.123+00:00 INFO ready, no error so far', 'info'],
    ['2026-03-03 10:40:02,123 - root - ERROR - no space left', 'error'],
    ['WARNING: slow', 'warning'],
    ['WARNING:root:slow', 'warning'],
    ['\x1b[32mINFO\x1b[0m:     127.0.0.1:1 - "GET /error HTTP/1.1" 500', 'info'],
    ['\x1b[31mERROR\x1b[0m:    Exception in ASGI application', 'error'],
    ['[2026-03-03 10:40:02 +0000] [7] [CRITICAL] WORKER TIMEOUT', 'error'],
    ['2026/03/03 10:40:02 [warn] 7#7: a buffer', 'warning'],
    ['{"time": "2026", "level": "WARNING", "event": "an ERROR in words"}', 'warning'],
    ['{"level":50,"msg":"pino"}', 'error'],
    ['{"severity":"notice","msg":"x"}', 'info'],
    ['{"msg":"none"}', 'info'],
    ['ts=1 level=error msg="x"', 'error'],
    ['Traceback (most recent call last):', 'error'],
    ["KeyError: 'x'", 'error'],
    ['/app/x.py:12: UserWarning: odd', 'warning'],
    ['error: no such file', 'error'],
    ['Without any error or warning', 'info'],
    ['Models loaded: 4 of 4', 'info'],
  ])('of %j is %s', (line, level) => expect(levelOf(line, 'out', null)).toBe(level))

  it('is that of the line before for an indented one', () => {
    expect(levelOf('  File "app.py"', 'err', 'error')).toBe('error')
    expect(levelOf('  detail', 'out', 'info')).toBe('info')
  })

  it('is a warning on standard error where the line names none', () => {
    expect(levelOf('libpng: odd profile', 'err', 'info')).toBe('warning')
    expect(levelOf('hello', 'out', 'error')).toBe('info')
  })
})
