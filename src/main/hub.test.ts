import { expect, test } from 'vitest'
import { createHub } from './hub'

test('every listener hears all events in order, also those that a listener says itself', () => {
  const hub = createHub()
  const heard: number[] = []
  hub.listen(({ change }) => {
    if (change.type === 'notice') hub.say({ type: 'variants', variants: [] })
  })
  hub.listen(({ seq }) => heard.push(seq))
  hub.say({ type: 'notice', problem: null })
  expect(heard).toEqual([1, 2])
  expect(hub.state().seq).toBe(2)
})

test('a listener that fails does not silence the hub', () => {
  const hub = createHub()
  const heard: number[] = []
  const end = hub.listen(() => {
    throw new Error('no space left')
  })
  hub.listen(({ seq }) => heard.push(seq))
  expect(() => hub.say({ type: 'notice', problem: null })).toThrow('no space left')
  end()
  hub.say({ type: 'notice', problem: null })
  expect(heard).toEqual([2])
})
