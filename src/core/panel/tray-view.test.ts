import { expect, test } from 'vitest'
import { emptyPanel } from './apply-event'
import type { PanelState } from './panel'
import { trayView } from './tray-view'

const shared = { services: [], main: 'x', image: 'x', dockerfile: null, port: null, volumes: [] } as const
const engine = { kind: 'running', version: '28', compose: '2', where: 'x', name: 'x', freeBytes: null, cores: 8, memoryBytes: 1, nvidia: true } as const
const project = {
  kind: 'usable',
  project: {
    name: 'f',
    folder: '/',
    variants: [
      { id: 'cpu', kind: 'cpu', ...shared },
      { id: 'gpu', kind: 'nvidia', ...shared },
    ],
  },
} as unknown as PanelState['project']
const panel: PanelState = { ...emptyPanel, engine, project }
const able = (state: PanelState): readonly string[] => trayView(state, 1000).items.flatMap((item) => (item.deed ? [item.label] : []))

test('ready is a tick, and it can be opened, stopped and switched', () => {
  const state: PanelState = { ...panel, app: { kind: 'ready', variant: 'cpu', since: 0 } }
  expect(trayView(state, 1000)).toMatchObject({ shape: 'tick', line: 'Ready, Processor' })
  expect(able(state)).toEqual(['Open Facecraft', 'Stop', 'Switch'])
})

test('stopped is hollow, and it can be started', () => {
  const state: PanelState = { ...panel, app: { kind: 'stopped', at: null, variant: null } }
  expect(trayView(state, 1000).shape).toBe('hollow')
  expect(able(state)).toEqual(['Start'])
})

test('starting is a ring, a lost Docker a triangle, and then nothing can be begun', () => {
  expect(trayView({ ...panel, app: { kind: 'starting', variant: 'cpu', since: 0 } }, 1000).shape).toBe('ring')
  const lost: PanelState = { ...panel, app: { kind: 'ready', variant: 'cpu', since: 0 }, engine: { kind: 'lost', since: 0, silent: true } }
  expect([trayView(lost, 1000).shape, able(lost)]).toEqual(['triangle', []])
})
