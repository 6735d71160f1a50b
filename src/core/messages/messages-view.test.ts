import { describe, expect, it } from 'vitest'
import { applyEvent, emptyPanel } from '../panel/apply-event'
import type { PanelChange, PanelState } from '../panel/panel'
import { messagesView } from './messages-view'

const now = new Date(2026, 2, 12, 14, 40).getTime()
const engine = { kind: 'running', version: '', compose: '', where: '', name: '', freeBytes: null, cores: 1, memoryBytes: 1, nvidia: false } as const
const variant = { id: 'cpu', kind: 'cpu' }
const base = { ...emptyPanel, engine, project: { kind: 'usable', project: { variants: [variant] } } } as unknown as PanelState

describe('what is said of the messages', () => {
  it('is whose they are while it runs', () => {
    const view = messagesView({ ...base, app: { kind: 'ready', variant: 'cpu', since: now - 7200_000 } }, 'everything', now)
    expect(view).toEqual({ variant: 'cpu', endedAt: null, sentence: 'The processor version, started at 12:40.', emptyWords: 'Waiting for the first line' })
  })

  it('is that they are the last ones, and from when, while nothing runs', () => {
    const view = messagesView({ ...base, app: { kind: 'stopped', variant: 'cpu', at: now - 86_400_000 } }, 'everything', now)
    expect(view.sentence).toBe('The processor version stopped yesterday at 14:40. These are its last messages.')
    expect(view.endedAt).toBe(now - 86_400_000)
  })

  it('is that Docker is away, and until when they were seen', () => {
    const lost = { ...base, engine: { kind: 'lost', since: now - 3_600_000, silent: true } } as const
    expect(messagesView(lost, 'everything', now)).toMatchObject({
      variant: 'cpu',
      sentence: 'Docker stopped answering at 13:40. What was seen until then stays here.',
    })
  })

  it('stays with the version that was seen last while Docker is away and comes back, and not with the chosen one', () => {
    const lost = { kind: 'lost', since: now, silent: false } as const
    const changes: readonly PanelChange[] = [
      { type: 'app', app: { kind: 'ready', variant: 'gpu', since: 0 } },
      { type: 'engine', engine: lost },
      { type: 'app', app: { kind: 'unknown' } },
      { type: 'engine', engine },
      { type: 'app', app: { kind: 'stopped', variant: 'gpu', at: now } },
    ]
    const states = changes.map((_, at) => changes.slice(0, at + 1).reduce((state, change) => applyEvent(state, { seq: 0, change }), base))
    expect(states.map((state) => messagesView(state, 'everything', now).variant)).toEqual(['gpu', 'gpu', 'gpu', 'gpu', 'gpu'])
  })

  it('is where they will come from before anything ran', () => {
    const view = messagesView({ ...base, app: { kind: 'stopped', variant: null, at: null } }, 'everything', now)
    expect(view.emptyWords).toBe('Nothing was written yet. What Facecraft writes appears here once it runs.')
    expect(messagesView({ ...base, app: { kind: 'stopped', variant: null, at: null } }, 'warnings', now).emptyWords).toBe('No warnings and no errors.')
  })
})
