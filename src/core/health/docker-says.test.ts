import { expect, test } from 'vitest'
import { dockerLine, readHealth, steady } from './docker-says'

const at = (minute: number, ExitCode: number) => ({ End: new Date(2026, 2, 3, 12, minute).toISOString(), ExitCode })
const noon = (minute: number) => new Date(2026, 2, 3, 12, minute).getTime()

test('Docker’s word holds since the first of its last checks that agree', () => {
  expect(readHealth({ Status: 'healthy', Log: [at(1, 1), at(2, 0), at(3, 0)] })).toEqual({ word: 'healthy', since: noon(2) })
  expect(readHealth({ Status: 'starting', Log: [] })).toEqual({ word: 'starting', since: null })
})

test('an app without a check of Docker’s own has no such word', () => {
  expect([readHealth(undefined), readHealth({ Status: 'none', Log: null })]).toEqual([null, null])
})

test('the time of a word that stays does not wander', () => {
  const says = (word: string, since: number) => ({ health: { word, since }, restartPolicy: 'no' })
  expect(steady(says('healthy', 1), says('healthy', 9))).toEqual(says('healthy', 1))
  expect(steady(says('healthy', 1), says('unhealthy', 9))).toEqual(says('unhealthy', 9))
})

test('the line calls the word Docker’s, says what it means, and who starts the app again', () => {
  expect(dockerLine({ health: { word: 'healthy', since: noon(3) }, restartPolicy: 'unless-stopped' })).toBe(
    'Docker’s own check: “healthy” since 12:03, which only means that it answers. After a crash Docker starts it again by itself (unless-stopped).',
  )
  expect(dockerLine({ health: null, restartPolicy: 'no' })).toBe('Docker does not start it again by itself.')
})
