import { beforeEach, expect, test } from 'vitest'
import { explain } from '../../core/failure/explain'
import type { Accepted } from '../../shared/contract'
import type { PanelClient } from './client'
import { perform } from './perform'
import { go, useUi } from './ui-store'

const busy = explain({ kind: 'busy', running: 'build' }, [])
const stopping = (answer: Accepted) => ({ stop: () => Promise.resolve(answer) }) as unknown as PanelClient

beforeEach(() => go('home'))

test('"Stop and show why" shows the messages, and why it was not stopped', async () => {
  await perform(stopping({ kind: 'refused', problem: busy }), { kind: 'stop-and-show' })
  expect(useUi.getState()).toMatchObject({ screen: 'health', messages: true, refusal: busy, refused: { kind: 'stop-and-show' } })
})

test('"Stop and show why" says nothing more where it was stopped', async () => {
  await perform(stopping({ kind: 'accepted', id: 'op-1' }), { kind: 'stop-and-show' })
  expect(useUi.getState()).toMatchObject({ screen: 'health', messages: true, refusal: null })
})
