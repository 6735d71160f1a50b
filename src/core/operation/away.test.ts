import { describe, expect, it } from 'vitest'
import { awayOver, awayWords, type Look } from './away'

const every = (step: number, answers: string): readonly Look[] => answers.split('').map((a, n) => ({ at: n * step, answer: a === '.' ? 'none' : 'given' }))

describe('how long the app was away', () => {
  it('is never, when every question was answered', () => {
    const away = awayOver(every(250, '||||||||'), { from: 0, until: 2000 })
    expect(away).toEqual({ seconds: 0, unwatchedSeconds: 0 })
    expect(awayWords(away)).toBe('Facecraft was never away.')
  })

  it('counts from the first question without an answer to the next one with', () => {
    const away = awayOver(every(250, '||....|..|'), { from: 0, until: 2500 })
    expect(away).toEqual({ seconds: 1.5, unwatchedSeconds: 0 })
    expect(awayWords(away)).toBe('Facecraft was away for 1.5 s.')
  })

  it('claims nothing of a time in which nobody asked', () => {
    const slept = [...every(250, '||'), { at: 15_250, answer: 'given' } as const]
    const away = awayOver(slept, { from: 0, until: 15_500 })
    expect(away).toEqual({ seconds: 0, unwatchedSeconds: 12 })
    expect(awayWords(away)).toBe('We could not watch it for 12 s.')
  })

  it('says both where it was away and then not watched', () => {
    const away = awayOver(every(250, '|.'), { from: 0, until: 10_250 })
    expect(awayWords(away)).toBe('Facecraft was away for 3 s. We could not watch it for 7 s.')
  })

  it('knows nothing where nothing could be asked at all', () => {
    expect(awayWords(awayOver([], { from: 1000, until: 5000 }))).toBe('We could not watch it for 4 s.')
  })
})
