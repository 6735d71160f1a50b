import { describe, expect, it } from 'vitest'
import { atLeast, readMessages } from './health-view-messages'

const lines = ['2026-03-03 INFO ready, no error so far', 'WARNING: slow', 'Traceback (most recent call last):', '  File "app.py"', 'plain']

describe('the messages of the app', () => {
  it('have the level that they name near their beginning', () => {
    expect(readMessages(lines).map((message) => message.level)).toEqual(['info', 'warning', 'error', 'error', 'info'])
  })

  it('can be narrowed to what is at least that bad', () => {
    expect(atLeast(readMessages(lines), 'warning')).toHaveLength(3)
    expect(atLeast(readMessages(lines), 'error')).toHaveLength(2)
  })
})
