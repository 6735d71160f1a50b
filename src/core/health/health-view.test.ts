import { describe, expect, it } from 'vitest'
import { emptyPanel } from '../panel/apply-event'
import type { PanelState } from '../panel/panel'
import type { AppState, Minute, ServiceStatus, Stair, Usage } from './health'
import { dockersWord, healthHeading, hourAxis, hourConclusion, hourInterruptions, minuteWords, noProofWords } from './health-view'
import { meters } from './health-view-meters'
import { deviceProof } from './health-view-rungs'
import { startWords, stairViews } from './health-view-stairs'

const NOW = new Date('2026-03-03T12:00:00').getTime()
const project = {
  kind: 'usable',
  project: {
    name: 'f',
    folder: '/',
    variants: [
      { id: 'cpu', kind: 'cpu', services: [], main: 'c', image: 'c', dockerfile: null, port: null, volumes: [] },
      { id: 'gpu', kind: 'nvidia', services: [], main: 'g', image: 'g', dockerfile: null, port: null, volumes: [] },
    ],
  },
} as const
const service = (used: string, done = 48): ServiceStatus => ({
  version: '1',
  device: { requested: used, used, name: '', torch: '2.6.0', cuda: '12.1' },
  photos: { done, failed: 0, secondsPerPhoto: 2.1 },
  models: [],
  cleanupAgeHours: 0,
  savedPhotos: null,
})
const ready = (variant: string): AppState => ({ kind: 'ready', variant, since: NOW - 36 * 60_000 })
const panel = (more: Partial<PanelState>): PanelState => ({ ...emptyPanel, project, ...more })
const use = (minutesAgo: number, more: Partial<Usage> = {}): Usage => ({
  at: NOW - minutesAgo * 60_000,
  cpu: 0.2,
  memoryBytes: 3_100_000_000,
  memoryLimitBytes: 32_000_000_000,
  network: null,
  diskBytes: null,
  card: null,
  ...more,
})
const stair = (name: Stair['name'], after: number | null, usual: number | null = null): Stair => ({ name, after, usual })

describe('the title of Health', () => {
  it('says well and names the device that computes', () => {
    expect(healthHeading(panel({ app: ready('gpu'), service: service('cuda') }), NOW)).toEqual({
      title: 'Well, and computing on the graphics card',
      sentence: 'Running for 36 min. 48 photos, 2.1 s each, none failed.',
    })
  })

  it('claims no device that nothing has named', () => {
    expect(healthHeading(panel({ app: ready('gpu') }), NOW).title).toBe('Well')
  })

  it('says how long is left while it starts, and when it is longer than usual', () => {
    const starting = (since: number) => panel({ app: { kind: 'starting', variant: 'cpu', since }, stairs: [stair('models-loaded', null, 50_000)] })
    expect(healthHeading(starting(NOW - 30_000), NOW).sentence).toBe('About 20 s left.')
    expect(healthHeading(starting(NOW - 70_000), NOW).sentence).toBe('Longer than usual: it mostly takes 50 s.')
  })

  it('says which device it uses instead of the chosen one', () => {
    const wrong = panel({ app: { kind: 'wrong-device', variant: 'gpu', since: NOW, used: 'cpu' } })
    expect(healthHeading(wrong, NOW).sentence).toBe('You chose the graphics card, it computes on the processor.')
  })
})

describe('the last hour', () => {
  const hour: readonly Minute[] = [
    { at: NOW - 120_000, state: 'ready' },
    { at: NOW - 60_000, state: 'unknown' },
  ]

  const watched = (...states: Minute['state'][]): readonly Minute[] => Array.from({ length: 60 }, (_, at) => ({ at, state: states[at] ?? 'unknown' }))

  it('claims nothing of minutes that nobody watched', () => {
    expect(hourConclusion(hour)).toBe('Ready for 1 of the one minute we watched')
    expect(hourConclusion(watched('ready', 'ready', 'loading', 'away'))).toBe('Ready for 2 of the 4 minutes we watched, 1 loading, 1 away')
    expect(hourConclusion(watched())).toBe('Not watched for a whole minute yet')
  })

  it('without interruptions says for how long that is known', () => {
    expect(hourInterruptions(watched('ready', 'ready'), [])).toBe('No interruptions in the 2 minutes we watched')
    expect(hourInterruptions(watched(), [])).toBe('Not watched for a whole minute yet')
    const whole = watched(...Array.from({ length: 60 }, () => 'ready' as const))
    expect([hourInterruptions(whole, []), hourConclusion(whole)]).toEqual(['No interruptions', 'Ready for 60 of 60 minutes'])
  })

  it('counts the interruptions of the hour, not those of the day before it', () => {
    const incidents = [
      { at: NOW - 300_000, endedAt: NOW - 290_000, text: 'No answer' },
      { at: NOW - 100_000, endedAt: null, text: 'No answer' },
    ]
    expect(hourInterruptions(hour, incidents)).toBe('1 interruption')
  })

  it('names a minute with its time', () => {
    expect(minuteWords(hour[0] ?? { at: 0, state: 'away' })).toBe('11:58, ready')
    expect(hourAxis(hour).at(-1)).toBe('12:00')
  })
})

describe('Health while Docker is away', () => {
  const says = { health: { word: 'healthy', since: null }, restartPolicy: 'no' }
  const unknown = { app: { kind: 'unknown' }, dockerSays: says } as const
  const hung = panel({ ...unknown, engine: { kind: 'lost', since: NOW - 60_000, silent: true } })
  const off = panel({ ...unknown, engine: { kind: 'off', looked: [], at: NOW, canStart: true } })

  it('says in the title how Docker is', () => {
    expect(healthHeading(hung, NOW)).toEqual({
      title: 'Docker does not answer',
      sentence: 'Since 11:59 there is no answer. Facecraft may still work; nobody can tell until Docker answers. Finished photos are on disk.',
    })
    expect(healthHeading(off, NOW).title).toBe('Docker is off')
  })

  it('claims neither that anything runs nor that nothing does', () => {
    expect([hung, off].map(noProofWords)).toEqual(['Not known without Docker.', 'Not known without Docker.'])
    expect(deviceProof({ ...hung, app: ready('cpu'), service: service('cpu') }, NOW)).toBeNull()
    expect(stairViews([stair('started', 1000), stair('first-photo', null)], hung.app, NOW)[1]?.words).toBe('not known')
  })

  it('repeats no word of Docker from before', () => {
    expect([hung, off, { ...hung, app: ready('cpu') }, panel(unknown)].map(dockersWord)).toEqual([null, null, null, null])
    expect(dockersWord(panel({ app: ready('cpu'), dockerSays: says }))).toContain('“healthy”')
  })

  it('claims nothing either as long as the app was not looked at', () => {
    expect([noProofWords(panel({})), noProofWords(panel({ app: { kind: 'stopped', at: null, variant: null } }))]).toEqual([
      'Not known yet.',
      'Nothing runs now.',
    ])
  })
})

describe('the stairs of a start', () => {
  const app: AppState = { kind: 'loading', variant: 'cpu', since: NOW - 20_000, loaded: null, total: null, reasons: [] }

  it('draw each step from the one before to itself', () => {
    const [first, second] = stairViews([stair('started', 1000), stair('reachable', 20_000)], ready('cpu'), NOW)
    expect(first).toMatchObject({ from: 0, state: 'reached', words: '1 s' })
    expect(second?.from).toBeCloseTo(first?.to ?? NaN)
  })

  it('let the next step grow while it starts', () => {
    const views = stairViews([stair('started', 1000), stair('reachable', null, 44_000), stair('answering', null)], app, NOW)
    expect(views.map((view) => view.state)).toEqual(['reached', 'growing', 'open'])
    expect(views[1]).toMatchObject({ words: '20 s so far' })
  })

  it('say how long it took beside the usual', () => {
    expect(startWords([stair('models-loaded', 45_000, 54_000)])).toBe('45 s, usually 54 s')
  })
})

describe('the proof of the device', () => {
  it('is not given while nothing runs', () => {
    expect(deviceProof(panel({}), NOW)).toBeNull()
  })

  it('stays not proven where nothing was seen', () => {
    const proof = deviceProof(panel({ app: ready('gpu'), service: service('cuda') }), NOW)
    expect(proof?.title).toBe('Graphics card, not proven yet')
    expect(proof?.rungs.find((rung) => rung.title === 'A test package saw it')).toMatchObject({ state: 'not-proven', detail: 'Not proven yet' })
  })

  it('breaks at what the service says when it computes elsewhere', () => {
    const proof = deviceProof(panel({ app: ready('gpu'), service: service('cpu') }), NOW)
    expect(proof?.rungs.find((rung) => rung.title === 'Facecraft says so')).toMatchObject({ state: 'broken', detail: 'On the processor' })
  })

  it('is whole for the processor once a photo came out', () => {
    expect(deviceProof(panel({ app: ready('cpu'), service: service('cpu') }), NOW)?.title).toBe('Processor, proven')
    expect(deviceProof(panel({ app: ready('cpu'), service: service('cpu', 0) }), NOW)?.title).toBe('Processor, not proven yet')
  })
})

describe('the meters', () => {
  it('are absent before anything was measured', () => {
    expect(meters(panel({}), NOW)).toEqual([])
  })

  it('say their number in words', () => {
    const usage = [use(0, { cpu: 1.68 })]
    const engine = { kind: 'running', version: '', compose: '', where: '', name: '', freeBytes: null, cores: 8, memoryBytes: 0, nvidia: false } as const
    const [processor, memory] = meters(panel({ usage, engine }), NOW)
    expect(processor).toMatchObject({ value: '21%', of: 'of 8 cores' })
    expect(memory).toMatchObject({ value: '3.1 GB', of: 'of 32 GB' })
  })

  it('are absent, not zero, for what is not there', () => {
    expect(meters(panel({ usage: [use(0)] }), NOW).map((meter) => meter.title)).toEqual(['Processor', 'Memory'])
    const card = { busy: 68, memoryBytes: 4_600_000_000, memoryLimitBytes: 12_000_000_000 }
    const all = meters(panel({ usage: [use(0, { card, network: 12_000, diskBytes: 0 })] }), NOW)
    expect(all.map((meter) => [meter.title, meter.value])).toEqual([
      ['Processor', '0.2 cores'],
      ['Memory', '3.1 GB'],
      ['Graphics card', '68%'],
      ['Card memory', '4.6 GB'],
      ['Network', '12 KB/s'],
      ['Saved files', '0 KB'],
    ])
  })

  it('show no line where nobody measured, and a single minute between two samples is no such hole', () => {
    const [processor] = meters(panel({ usage: [use(9), use(8), use(6), use(2), use(1), use(0)] }), NOW)
    expect(processor?.minutes.slice(-10).map(({ y }) => y !== null)).toEqual([true, true, true, true, false, false, false, true, true, true])
    expect(processor?.minutes.at(-4)?.words).toBe('11:57: not measured')
  })

  it('name the most of the hour with its minute, and claim nothing of now when the last sample is old', () => {
    const [processor] = meters(panel({ usage: [use(30, { cpu: 0.9 }), use(20)] }), NOW)
    expect(processor).toMatchObject({ conclusion: 'At most 0.9 cores, at 11:30', value: '', of: 'not measured now' })
  })
})
