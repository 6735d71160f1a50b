import { describe, expect, it } from 'vitest'
import type { Found } from './find-lines'
import { findWords, hitAt, movedPlace } from './find-place'

const hit = { from: 0, nth: 0, text: 'x', step: 1 }
const found: Extract<Found, { kind: 'found' }> = { kind: 'found', total: 1204, skip: 1000, hits: [hit] }

describe('a search', () => {
  it('says which of how many lines is shown', () => {
    expect(findWords({ kind: 'found', term: { text: 'x', kind: 'text' }, found, at: 2 })).toBe('3 of 1,204')
    expect(findWords({ kind: 'found', term: { text: 'x', kind: 'text' }, found: { ...found, total: 0 }, at: 0 })).toBe('Not found')
  })

  it('goes round at both ends', () => {
    expect([movedPlace(1203, 1204, 1), movedPlace(0, 1204, -1), movedPlace(5, 1204, 1), movedPlace(0, 0, 1)]).toEqual([0, 1203, 6, 0])
  })

  it('knows some of the lines only', () => {
    expect(hitAt(found, 1000)).toBe(hit)
    expect(hitAt(found, 999)).toBeNull()
  })
})
