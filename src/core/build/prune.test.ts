import { describe, expect, it } from 'vitest'
import { buildsToRemove, type StoredBuild } from './prune'

const build = (id: string, more: Partial<StoredBuild> = {}): StoredBuild => ({ id, variant: 'cpu', state: 'ended', bytes: 10, ...more })
const row = (count: number): readonly StoredBuild[] => Array.from({ length: count }, (_, at) => build(`b${at}`))
const wide = { builds: 20, bytes: 1000 }

describe('the builds that are removed', () => {
  it('are none while there is room', () => {
    expect(buildsToRemove(row(20), wide)).toEqual([])
  })

  it('are the oldest beyond the number that is kept', () => {
    expect(buildsToRemove(row(22), wide)).toEqual(['b20', 'b21'])
  })

  it('are the oldest beyond the size that all may have together', () => {
    expect(buildsToRemove(row(5), { builds: 20, bytes: 35 })).toEqual(['b3', 'b4'])
  })

  it('are all that are older than one that is too large, so that the history has no holes', () => {
    expect(buildsToRemove([build('a'), build('b', { bytes: 900 }), build('c'), build('d')], { builds: 20, bytes: 100 })).toEqual(['b', 'c', 'd'])
  })

  it('are never the one that runs, however old and large', () => {
    expect(buildsToRemove([build('a'), build('b'), build('c', { state: 'running', bytes: 5000 })], wide)).toEqual(['b'])
  })

  it('are never the newest, even where it alone is too large', () => {
    expect(buildsToRemove([build('a', { bytes: 5000 }), build('b')], wide)).toEqual(['b'])
  })

  it('are never the last that succeeded, of each version', () => {
    const good = [
      build('a', { state: 'succeeded' }),
      build('b', { state: 'succeeded' }),
      build('c', { state: 'succeeded', variant: 'gpu' }),
      build('d', { state: 'succeeded', variant: 'gpu' }),
    ]
    expect(buildsToRemove([build('new'), ...good], { builds: 1, bytes: 1000 })).toEqual(['b', 'd'])
  })
})
