import { describe, expect, it } from 'vitest'
import { emptyPanel } from '../../../core/panel/apply-event'
import type { PanelState } from '../../../core/panel/panel'
import type { VariantStatus } from '../../../core/project/project'
import { switchPlan } from './switch-plan'

const variant = (id: string, kind: 'cpu' | 'nvidia') => ({
  id,
  kind,
  services: [`facecraft-${id}`],
  main: id,
  image: id,
  dockerfile: null,
  port: null,
  volumes: [],
})
const status = (id: string, more: Partial<VariantStatus> = {}): VariantStatus => ({
  id,
  hardware: '',
  blocked: null,
  package: { digest: 'd', bytes: 1, createdAt: 0 },
  secondsPerPhoto: null,
  build: { seconds: 1500, source: 'shipped guess' },
  start: { seconds: 40, source: 'shipped guess' },
  ...more,
})

function panel(target: Partial<VariantStatus>, more: Partial<PanelState> = {}): PanelState {
  const project = { name: 'f', folder: '/', variants: [variant('cpu', 'cpu'), variant('gpu', 'nvidia')] }
  return {
    ...emptyPanel,
    project: { kind: 'usable', project },
    variants: [status('cpu'), status('gpu', target)],
    app: { kind: 'ready', variant: 'cpu', since: 0 },
    ...more,
  }
}

describe('the preview of a switch', () => {
  it('says how long Facecraft will be away, and when, if it has to be built first', () => {
    const plan = switchPlan(panel({ package: null }), 'gpu')
    expect(plan).toMatchObject({
      title: 'Switch to the graphics card?',
      sentence: 'Facecraft will be away for about 40 s, in about 25 min.',
      button: 'Build, then switch',
    })
  })

  it('switches at once where the package is there', () => {
    expect(switchPlan(panel({}), 'gpu')).toMatchObject({ button: 'Switch now', sentence: 'Facecraft will be away for about 40 s.' })
  })

  it('names the reason where this computer cannot run the version', () => {
    expect(switchPlan(panel({ blocked: 'No NVIDIA card found' }), 'gpu')).toMatchObject({
      title: 'The graphics card cannot be used here',
      sentence: 'No NVIDIA card found. Facecraft stays as it is.',
    })
  })

  it('says that the old version comes back if it fails', () => {
    expect(switchPlan(panel({}), 'gpu').facts[2]?.words).toBe(
      'The processor version comes back by itself, in about 40 s, also if the new one is not ready after 2 min',
    )
  })

  it('says that nobody has to wait where both can run for a moment, and that the old version just goes on if it fails', () => {
    const settings = { ...emptyPanel.settings, withoutPause: true }
    const plan = switchPlan(panel({}, { settings, side: { way: 'forwarder', freeMemory: 8_000_000_000 } }), 'gpu')
    expect(plan).toMatchObject({ sentence: 'Nobody has to wait: it changes without a pause.', away: null })
    expect(plan.facts.map((fact) => fact.words)).toEqual([
      'Address, settings and all finished photos',
      'Nothing more, the app package is here already',
      'Both versions run for a moment, with about 2.5 GB of memory more',
      'The processor version just goes on, it is never away',
    ])
  })

  it('says why there is a pause although there should be none', () => {
    const settings = { ...emptyPanel.settings, withoutPause: true }
    const plan = switchPlan(panel({}, { settings, side: { way: 'own port', freeMemory: 8_000_000_000 } }), 'gpu')
    expect(plan.away).toBe('40 s')
    expect(plan.facts[2]).toEqual({ name: 'With a pause', words: 'This time only, since it was not started behind the forwarder' })
  })

  it('warns of photos only where the start would delete them', () => {
    const service = (cleanupAgeHours: number) =>
      ({ cleanupAgeHours, savedPhotos: { count: 12, bytes: 1 }, device: {}, photos: {} }) as unknown as PanelState['service']
    expect(switchPlan(panel({}, { service: service(0) }), 'gpu').photos).toBeNull()
    expect(switchPlan(panel({}, { service: service(24) }), 'gpu').photos).toContain('12 photos are there now')
  })

  it('lists the commands in the order in which they run', () => {
    expect(switchPlan(panel({ package: null }), 'gpu').commands).toEqual([
      'docker compose --profile gpu build facecraft-gpu',
      'docker compose --profile gpu create --force-recreate --no-build facecraft-gpu',
      'docker compose --profile cpu stop facecraft-cpu',
      'docker compose --profile gpu start facecraft-gpu',
    ])
  })
})
