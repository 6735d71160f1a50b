import { describe, expect, it } from 'vitest'
import portTaken from '../failure/recordings/port-of-program.json'
import { composeMessages, parseComposeLine } from './compose-progress'

describe('what Compose says of itself', () => {
  it('is read as what happens to what', () => {
    expect(parseComposeLine(portTaken.stderr[2]!)).toMatchObject({ kind: 'task', id: 'Container fcrec-port-of-program-app-1', status: 'Creating' })
  })

  it('ends in its last words', () => {
    expect(parseComposeLine(portTaken.stderr.at(-1)!)).toMatchObject({ kind: 'error', message: expect.stringContaining('address already in use') })
  })

  it('becomes lines for people: how each task stands last, without braces', () => {
    const lines = composeMessages(portTaken.stderr.join('\n'))
    expect(lines.slice(0, -1)).toEqual(['Network fcrec-port-of-program_default Created', 'Container fcrec-port-of-program-app-1 Starting'])
    expect(lines.at(-1)).toMatch(/^Error response from daemon: /)
  })

  it('keeps plain text, such as a warning', () => {
    expect(composeMessages('time="now" level=warning msg="obsolete"\n\n')).toEqual(['time="now" level=warning msg="obsolete"'])
  })

  it('says nothing where the last words are empty', () => {
    expect(composeMessages('{"error":true}')).toEqual([])
  })
})
