import { afterAll, expect, test } from 'vitest'
import { createHub } from '../hub'
import { findEngine } from './connect'
import { describeEngine } from './describe'
import { watchSpace } from './watch-space'

const closing = new AbortController()

afterAll(() => closing.abort())

test('the free space is looked at again once something was done', async () => {
  const found = await findEngine()
  if (found.kind !== 'found') throw new Error('no engine')
  const engine = await describeEngine(found.link, closing.signal)
  if (engine.kind !== 'running' || engine.freeBytes === null) throw new Error('the engine does not store here')
  const hub = createHub()
  hub.say({ type: 'engine', engine: { ...engine, freeBytes: 1 } })
  watchSpace(hub, () => found.link, closing.signal)
  hub.say({ type: 'operation-ended', id: 'op', at: Date.now(), outcome: { kind: 'succeeded' } })
  await expect.poll(() => spaceIn(hub), { timeout: 10_000 }).toBeGreaterThan(engine.freeBytes / 2)
})

function spaceIn(hub: ReturnType<typeof createHub>): number {
  const { engine } = hub.state()
  return engine.kind === 'running' ? (engine.freeBytes ?? 0) : 0
}
