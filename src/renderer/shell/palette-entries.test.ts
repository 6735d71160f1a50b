import { describe, expect, it } from 'vitest'
import { emptyPanel } from '../../core/panel/apply-event'
import type { PanelState } from '../../core/panel/panel'
import { findEntries, paletteEntries } from './palette-entries'

const variant = (id: string, kind: 'cpu' | 'nvidia') => ({
  id,
  kind,
  services: [id],
  main: id,
  image: id,
  dockerfile: null,
  port: { address: '127.0.0.1', port: 8001, target: 8000 },
  volumes: [],
})
const engine = { kind: 'running', version: '', compose: '', where: '', name: '', freeBytes: null, cores: 2, memoryBytes: 1, nvidia: false } as const
const project = { kind: 'usable', project: { name: 'f', folder: '/', variants: [variant('cpu', 'cpu'), variant('gpu', 'nvidia')] } } as const
const stopped: PanelState = { ...emptyPanel, engine, project, app: { kind: 'stopped', at: null, variant: null } }
const running: PanelState = { ...stopped, app: { kind: 'ready', variant: 'cpu', since: 0 } }
const find = (state: PanelState, search: string) => findEntries(paletteEntries(state), search).map((entry) => entry.label)

describe('the search for actions', () => {
  it('finds by the words on the screen', () => {
    expect(find(stopped, 'start graph')[0]).toBe('Start on the graphics card')
  })

  it('finds by old words too', () => {
    expect(find(running, 'container')).toContain('Restart')
    expect(find(running, 'profile')).toContain('Switch to the graphics card')
    expect(find(running, 'logs')).toContain('Show app messages')
  })

  it('puts entries that say the word before those that only know it', () => {
    expect(find(running, 'build')[0]).toMatch(/^(Build|Go to Build)/)
  })

  it('keeps what cannot be done now, with its reason', () => {
    const entry = paletteEntries(stopped).find((e) => e.label === 'Open Facecraft')
    expect(entry?.unavailable).toBe('Facecraft is not running')
    expect(paletteEntries(running).find((e) => e.label === 'Switch to the processor')?.unavailable).toBe('In use already')
  })

  it('copies the address that is really published', () => {
    expect(paletteEntries(running).find((e) => e.label === 'Copy address')?.deed).toMatchObject({ address: 'http://localhost:8001' })
  })

  it('finds nothing for a word that nothing knows', () => {
    expect(find(running, 'xylophone')).toEqual([])
  })
})
