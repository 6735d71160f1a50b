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
