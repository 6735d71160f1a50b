import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ServiceStatus, StairName } from '../../core/health/health'
import { createHub, type Hub } from '../hub'
import { recordHealth } from './record'

let home: string
let closing: AbortController

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'facecraft-record-'))
  process.env['FACECRAFT_PANEL_HOME'] = home
})

afterEach(() => {
  closing.abort()
  rmSync(home, { recursive: true })
})

function panel(): Hub {
  closing?.abort()
  closing = new AbortController()
  const hub = createHub()
  recordHealth(hub, closing.signal)
  return hub
}

const after = (hub: Hub, name: StairName): number | null | undefined => hub.state().stairs.find((stair) => stair.name === name)?.after

function says(hub: Hub, done: number): void {
  hub.say({ type: 'service', service: { photos: { done, failed: 0, secondsPerPhoto: null } } as ServiceStatus })
}

function starts(hub: Hub, since: number): void {
  hub.say({ type: 'app', app: { kind: 'starting', variant: 'a', since } })
  hub.say({ type: 'app', app: { kind: 'ready', variant: 'a', since } })
}

test('the first photo of a start is kept with its time for the next panel', () => {
  const since = Date.now()
  const first = panel()
  starts(first, since)
  says(first, 0)
  says(first, 1)
  const took = after(first, 'first-photo')
  expect(took).toBeLessThan(60_000)
  const next = panel()
  next.say({ type: 'app', app: { kind: 'ready', variant: 'a', since } })
  says(next, 7)
  expect(after(next, 'first-photo')).toBe(took)
})

test('a photo that was made while no panel looked has no time, and one made afterwards has', () => {
  const since = Date.now()
  starts(panel(), since)
  const [next, last] = [panel(), createHub()]
  next.say({ type: 'app', app: { kind: 'ready', variant: 'a', since } })
  says(next, 3)
  expect(after(next, 'first-photo')).toBeNull()
  recordHealth(last, closing.signal)
  last.say({ type: 'app', app: { kind: 'ready', variant: 'a', since } })
  says(last, 0)
  says(last, 1)
  expect(after(last, 'first-photo')).not.toBeNull()
})

test('a start that nobody watched shows no steps, least of all those of the one before', () => {
  const hub = panel()
  starts(hub, Date.now())
  expect(hub.state().stairs).toHaveLength(5)
  hub.say({ type: 'app', app: { kind: 'ready', variant: 'b', since: Date.now() - 60_000 } })
  expect(hub.state().stairs).toEqual([])
})
