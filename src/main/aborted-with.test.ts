import { getEventListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { abortedWith } from './aborted-with'

test('it is aborted with any of the signals, for the same reason', () => {
  const longer = new AbortController()
  const own = abortedWith(new AbortController().signal, longer.signal)
  expect(own.signal.aborted).toBe(false)
  longer.abort('over')
  expect(own.signal.reason).toBe('over')
})

test('with a signal that is aborted already it begins aborted', () => {
  expect(abortedWith(AbortSignal.abort()).signal.aborted).toBe(true)
})

test('once aborted by itself it has let go of the longer-lived signal, which goes on', () => {
  const longer = new AbortController()
  const own = abortedWith(longer.signal)
  expect(getEventListeners(longer.signal, 'abort')).toHaveLength(1)
  own.abort()
  expect(getEventListeners(longer.signal, 'abort')).toEqual([])
  expect(longer.signal.aborted).toBe(false)
})

test('it lets go of the longer-lived signal also where another followed it since and garbage was collected', async () => {
  const longer = new AbortController()
  const both = [abortedWith(longer.signal), abortedWith(longer.signal)]
  await collectGarbage()
  for (const own of both) own.abort()
  expect(getEventListeners(longer.signal, 'abort')).toEqual([])
})

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // What was looked at in this turn is kept until the next.
  await new Promise((resolve) => setTimeout(resolve))
  collect()
}
