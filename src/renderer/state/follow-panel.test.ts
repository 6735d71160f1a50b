import { beforeEach, expect, test, vi } from 'vitest'
import { emptyPanel } from '../../core/panel/apply-event'
import type { PanelEvent } from '../../core/panel/panel'
import type { Announcement } from '../../shared/contract'
import type { PanelClient } from './client'
import { followPanel } from './follow-panel'
import { PretendPage } from './pretend-page'
import { usePanelStore } from './panel-store'

let page: PretendPage

beforeEach(() => {
  page = new PretendPage()
  vi.stubGlobal('document', page)
  usePanelStore.setState({ state: emptyPanel, line: 'connecting' })
})

test('events after the snapshot are applied in order', async () => {
  await follow([[snapshot(4), chosen(5, 'gpu'), chosen(6, 'cpu')]])
  expect(usePanelStore.getState().state).toMatchObject({ seq: 6, settings: { chosen: 'cpu' } })
})

test('a gap in the numbers asks for a new snapshot instead of guessing', async () => {
  const asked = await follow([[snapshot(4), chosen(6, 'gpu')], [snapshot(9)]])
  expect(asked).toBe(2)
  expect(usePanelStore.getState().state).toMatchObject({ seq: 9, settings: { chosen: null } })
})

test('an event that the snapshot already holds changes nothing', async () => {
  await follow([[snapshot(4), chosen(3, 'gpu')]])
  expect(usePanelStore.getState().state.settings.chosen).toBeNull()
})

test('a broken line keeps the old values and says that they may be old', async () => {
  const end = new AbortController()
  const client = pretend([[snapshot(4), chosen(5, 'gpu')]], { then: 'break' })
  const done = followPanel(client, end.signal)
  await vi.waitFor(() => expect(usePanelStore.getState().line).toBe('broken'))
  expect(usePanelStore.getState().state.settings.chosen).toBe('gpu')
  end.abort()
  await done
})

test('a hidden window asks for nothing, and for all of it when it is seen again', async () => {
  const end = new AbortController()
  const client = pretend([[snapshot(4)], [snapshot(9)]], { then: 'wait' })
  const done = followPanel(client, end.signal)
  await vi.waitFor(() => expect(usePanelStore.getState().state.seq).toBe(4))
  page.become(true)
  await vi.waitFor(() => expect(client.watch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect([client.watch.mock.calls.length, usePanelStore.getState().line]).toEqual([1, 'live'])
  page.become(false)
  await vi.waitFor(() => expect(usePanelStore.getState().state.seq).toBe(9))
  end.abort()
  await done
})

async function follow(rounds: readonly (readonly Announcement[])[]): Promise<number> {
  const end = new AbortController()
  const client = pretend(rounds, { then: 'wait' })
  const done = followPanel(client, end.signal)
  await vi.waitFor(() => expect(client.watch).toHaveBeenCalledTimes(rounds.length), { timeout: 3000 })
  await new Promise((resolve) => setTimeout(resolve, 10))
  end.abort()
  await done
  return client.watch.mock.calls.length
}

function pretend(rounds: readonly (readonly Announcement[])[], { then }: { readonly then: 'wait' | 'break' }) {
  let round = 0
  const watch = vi.fn(async (_input?: undefined, options?: { signal?: AbortSignal }) => announce(rounds[round++], { then, signal: options?.signal }))
  return { watch } as unknown as Pick<PanelClient, 'watch'> & { watch: typeof watch }
}

async function* announce(
  all: readonly Announcement[] | undefined,
  { then, signal }: { readonly then: 'wait' | 'break'; readonly signal: AbortSignal | undefined },
) {
  if (!all) throw new Error('the line is down')
  yield* all
  if (then === 'break') throw new Error('the line broke')
  await new Promise((resolve) => signal?.addEventListener('abort', resolve))
}

function snapshot(seq: number): Announcement {
  return { type: 'snapshot', state: { ...emptyPanel, seq } }
}

function chosen(seq: number, variant: string): Announcement {
  const event: PanelEvent = { seq, change: { type: 'settings', settings: { ...emptyPanel.settings, chosen: variant } } }
  return { type: 'event', event }
}
