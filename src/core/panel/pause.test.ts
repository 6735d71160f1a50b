import { describe, expect, it } from 'vitest'
import type { Project } from '../project/project'
import { emptyPanel } from './apply-event'
import type { PanelState } from './panel'
import { pauseOf } from './pause'

const variant = (id: string, kind: 'cpu' | 'nvidia') => ({ id, kind, services: [id], main: id, image: id, dockerfile: null, port: null, volumes: [] }) as const
const project: Project = { name: 'f', folder: '/', variants: [variant('cpu', 'cpu'), variant('gpu', 'nvidia')] }

const guess = { seconds: 1, source: 'shipped guess' } as const
const status = { hardware: '', blocked: null, package: null, secondsPerPhoto: null, build: guess, start: guess } as const

function pause(more: Partial<PanelState> = {}) {
  const state: PanelState = {
    ...emptyPanel,
    project: { kind: 'usable', project },
    app: { kind: 'ready', variant: 'cpu', since: 0 },
    side: { way: 'forwarder', freeMemory: 8_000_000_000 },
    settings: { ...emptyPanel.settings, withoutPause: true },
    ...more,
  }
  return pauseOf(state, 'gpu')
}

describe('whether a switch makes people wait', () => {
  it('does not behind a forwarder with memory for both', () => {
    expect(pause()).toEqual({ kind: 'none' })
  })

  it('does without a reason where nobody asked for more', () => {
    expect(pause({ settings: emptyPanel.settings })).toEqual({ kind: 'pause', why: null })
    expect(pause({ app: { kind: 'stopped', at: null, variant: null } })).toEqual({ kind: 'pause', why: null })
  })

  it('says why it does although it was asked not to', () => {
    expect(pause({ side: { way: 'own port', freeMemory: null } })).toMatchObject({ why: expect.stringContaining('This time only') })
    expect(pause({ side: { way: 'forwarder', freeMemory: 2_000_000_000 } })).toMatchObject({ why: 'Both at once need 3 GB of free memory, 2 GB are free' })
    expect(pause({ project: { kind: 'usable', project: { ...project, noForwarder: 'There is only one version' } } })).toMatchObject({
      why: 'There is only one version',
    })
  })

  it('goes by what the version was seen to use here, once it was', () => {
    const side = { way: 'forwarder', freeMemory: 2_000_000_000 } as const
    const seen = (memoryBytes: number): PanelState['variants'] => [{ ...status, id: 'gpu', memoryBytes }]
    expect(pause({ side, variants: seen(1_400_000_000) })).toEqual({ kind: 'none' })
    expect(pause({ side, variants: seen(1_600_000_000) })).toMatchObject({ why: 'Both at once need 2.1 GB of free memory, 2 GB are free' })
    // What another version uses says nothing of this one.
    expect(pause({ side, variants: [{ ...status, id: 'cpu', memoryBytes: 1 }] })).toMatchObject({ kind: 'pause' })
  })

  it('asks a Docker with a computer of its own for room for two of them', () => {
    const engine = { kind: 'running', memoryBytes: 4_000_000_000 } as PanelState['engine']
    expect(pause({ engine, side: { way: 'forwarder', freeMemory: null } })).toMatchObject({ kind: 'pause' })
    expect(pause({ engine: { ...engine, memoryBytes: 16_000_000_000 } as PanelState['engine'], side: { way: 'forwarder', freeMemory: null } })).toEqual({
      kind: 'none',
    })
  })
})
