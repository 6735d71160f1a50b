import { describe, expect, test } from 'vitest'
import type { Problem } from '../failure/failure'
import type { AppState } from '../health/health'
import type { Operation, OperationKind, StageName } from '../operation/operation'
import type { Project, VariantStatus } from '../project/project'
import { emptyPanel } from './apply-event'
import { headline } from './headline'
import type { PanelState } from './panel'

const NOW = new Date(2026, 2, 12, 14, 40).getTime()

describe('Docker in the way comes before everything else', () => {
  const looked = { looked: [], at: NOW }
  test.each([
    [{ kind: 'missing', ...looked }, 'Docker missing', 'One program is missing: Docker', 'Get Docker Desktop'],
    [{ kind: 'off', ...looked, canStart: true }, 'Docker is off', 'Docker is off', 'Start Docker'],
    [{ kind: 'off', ...looked, canStart: false }, 'Docker is off', 'Docker is off', 'Check again'],
    [{ kind: 'starting', since: NOW - 5000 }, 'Docker starting', 'Docker is waking up', undefined],
    [{ kind: 'starting', since: NOW - 95_000 }, 'Docker starting', 'Docker is waking up', 'Start Docker again'],
    [{ kind: 'forbidden', ...looked, where: '/var/run/docker.sock' }, 'No access', 'Your account may not use Docker', 'Check again'],
    [{ kind: 'no-compose', ...looked, version: '28' }, 'Docker incomplete', 'Docker lacks one part', 'Add the missing part'],
    [{ kind: 'lost', since: NOW - 60_000, silent: false }, 'Docker lost', 'Docker stopped answering', 'Start Docker'],
  ] as const)('%o is called "%s"', (engine, pill, title, primary) => {
    const said = headline({ ...ready, engine }, NOW)
    expect([said.pill.word, said.title, said.primary?.label]).toEqual([pill, title, primary])
  })

  test('a lost Docker is told with the time since when', () => {
    expect(headline({ ...ready, engine: { kind: 'lost', since: NOW - 178 * 60_000, silent: false } }, NOW).sentence).toContain('Since 11:42')
  })

  test('one that only hangs is no word of the app being down', () => {
    const sentence = (silent: boolean) => headline({ ...ready, engine: { kind: 'lost', since: NOW, silent } }, NOW).sentence
    expect([sentence(true), sentence(false)]).toEqual([expect.stringContaining('may still work'), expect.stringContaining('probably down')])
  })
})

describe('the app itself', () => {
  test('ready is told with the version and for how long, and offers to open it', () => {
    const said = headline(ready, NOW)
    expect([said.pill.word, said.pill.more, said.sentence]).toEqual(['Ready', 'Processor', 'On the processor for 2 h 14 min'])
    expect(said.primary).toEqual({ label: 'Open Facecraft', deed: { kind: 'open', link: 'app' } })
  })

  test('stopped by a person is told as such, with the time', () => {
    const at = NOW - 20 * 3_600_000
    const history = [{ ...operation('stop', 'stop-old'), endedAt: at, outcome: { kind: 'succeeded' } } as const]
    const said = headline({ ...stopped, app: { kind: 'stopped', at, variant: 'cpu' }, history }, NOW)
    expect([said.sentence, said.primary?.label]).toEqual(['You stopped it yesterday at 18:40.', 'Start on the processor'])
  })

  test('a version that is not built says how long that takes before it is begun', () => {
    const said = headline({ ...stopped, variants: [{ ...cpu, package: null }] }, NOW)
    expect([said.pill.word, said.title, said.sentence]).toEqual(['Not built', 'Facecraft is not built yet', 'Building takes about 19 min, once.'])
    expect([said.primary?.label, said.secondary[0]?.label]).toEqual(['Build and start', 'Only build'])
  })

  test('a version that ended by itself is told of first, whatever is chosen for the next start', () => {
    const gpu = { ...cpu, id: 'gpu', package: null }
    const ended: PanelState = { ...stopped, app: { kind: 'stopped', at: NOW - 60_000, variant: 'cpu', ending: { kind: 'itself', code: 1 } } }
    const chosen = { ...stopped.settings, chosen: 'gpu' }
    const said = headline({ ...ended, variants: [cpu, gpu], settings: chosen }, NOW)
    expect([said.title, said.primary?.deed]).toEqual(['Facecraft stopped by itself', { kind: 'start', variant: 'cpu' }])
    expect(headline({ ...ended, variants: [{ ...cpu, package: null }, gpu], settings: chosen }, NOW).title).toBe('Facecraft is not built yet')
  })

  test('a chosen version that cannot run here keeps its button, with the reason, when there is no other', () => {
    const said = headline({ ...stopped, variants: [{ ...cpu, blocked: 'Driver too old' }] }, NOW)
    expect(said.primary?.unavailable).toBe('Driver too old')
  })

  test('a chosen version that cannot run here offers the one that can', () => {
    const gpu = { ...cpu, id: 'gpu', blocked: 'No NVIDIA card found' }
    const said = headline({ ...stopped, variants: [cpu, gpu], settings: { ...stopped.settings, chosen: 'gpu' } }, NOW)
    expect([said.sentence, said.primary?.label]).toEqual(['No NVIDIA card found. The processor version works on this computer.', 'Start on the processor'])
  })

  test.each([
    [{ kind: 'starting', variant: 'cpu', since: NOW - 18_000 }, 'Starting', 'Usually ready in 50 s, about 30 s left.'],
    [
      { kind: 'loading', variant: 'cpu', since: NOW - 38_000, loaded: 2, total: 4, reasons: [] },
      'Loading models',
      'It answers, 2 of 4 models are loaded. Usually ready in 50 s, about 10 s left.',
    ],
    [{ kind: 'starting', variant: 'cpu', since: NOW - 80_000 }, 'Starting', 'Longer than the usual 50 s: 1 min 20 s so far.'],
    [{ kind: 'wrong-device', variant: 'gpu', since: NOW, used: 'cpu' }, 'Wrong device', 'It runs on the processor although you chose the graphics card.'],
    [{ kind: 'not-answering', variant: 'cpu', since: NOW - 180_000 }, 'Not answering', 'It runs, but has not answered for 3 min. Finished photos are on disk.'],
    [
      { kind: 'crash-loop', variant: 'cpu', since: NOW - 300_000, restarts: 4, code: 137, outOfMemory: true },
      'Keeps stopping',
      'It started and stopped 4 times in 5 min: it ran out of memory.',
    ],
  ] as const)('%o is told as "%s"', (app: AppState, pill, sentence) => {
    const said = headline({ ...ready, app }, NOW)
    expect([said.pill.word, said.sentence]).toEqual([pill, sentence])
  })
})

describe('what is under way', () => {
  test('a build beside a running app is a second pill, and the app keeps its headline', () => {
    const said = headline({ ...ready, operation: operation('build', 'build') }, NOW)
    expect([said.title, said.pill.word, said.task?.word]).toEqual(['Facecraft is ready', 'Ready', 'Building'])
  })

  test('a build with nothing running is the headline itself, and can be stopped', () => {
    const said = headline({ ...stopped, operation: operation('start', 'build') }, NOW)
    expect([said.pill.word, said.title, said.secondary[0]?.label]).toEqual(['Building', 'Building the processor version', 'Stop building'])
  })

  test.each([
    ['start', 'wait-ready', 'Starting'],
    ['stop', 'stop-old', 'Stopping'],
    ['switch', 'stop-old', 'Switching'],
    ['switch', 'wait-ready', 'Switching'],
    ['switch', 'roll-back', 'Going back'],
    ['start', 'cancelling', 'Cancelling'],
  ] as const)('%s in %s is called "%s" and offers no primary action', (kind, stage, pill) => {
    const said = headline({ ...stopped, operation: operation(kind, stage) }, NOW)
    expect([said.pill.word, said.primary]).toEqual([pill, null])
  })

  test('nothing can be pressed while a cancel runs', () => {
    expect(headline({ ...stopped, operation: operation('start', 'cancelling') }, NOW).secondary).toEqual([])
  })
})

describe('what went wrong', () => {
  test('a failed build is told with how long it ran, and its first fix is the thing to do', () => {
    const failed = { ...operation('build', 'build'), endedAt: NOW - 60_000, startedAt: NOW - 211_000, outcome: { kind: 'failed', problem } } as const
    const said = headline({ ...stopped, notice: problem, history: [failed] }, NOW)
    expect([said.pill.word, said.title, said.primary]).toEqual([
      'Build failed',
      'The processor version is not finished',
      { label: 'Try again', deed: { kind: 'build', variant: 'cpu' } },
    ])
    expect(said.sentence).toContain('It stopped after 2 min 31 s')
  })

  test('a running app keeps its headline while a problem is shown in place', () => {
    const said = headline({ ...ready, notice: problem }, NOW)
    expect([said.title, said.problem]).toEqual(['Facecraft is ready', problem])
  })

  test('a taken address is amber and named, not a failed start', () => {
    const taken: Problem = { ...problem, failure: { kind: 'port-taken', port: 8000, owner: null } }
    expect(headline({ ...stopped, notice: taken }, NOW).pill).toMatchObject({ word: 'Address in use', tone: 'warn' })
  })

  test('a project file that cannot be used is said before the app is looked at', () => {
    const said = headline({ ...ready, project: { kind: 'unusable', problem } }, NOW)
    expect([said.pill.word, said.problem]).toEqual(['File has an error', problem])
  })
})

const port = { address: '127.0.0.1', port: 8000, target: 8000 }
const shared = { services: [], main: 'x', image: 'x', dockerfile: null, port, volumes: [] }
const project: Project = {
  name: 'facecraft',
  folder: '/x',
  variants: [
    { id: 'cpu', kind: 'cpu', ...shared },
    { id: 'gpu', kind: 'nvidia', ...shared },
  ],
}
const cpu: VariantStatus = {
  id: 'cpu',
  hardware: 'x',
  blocked: null,
  package: { digest: 'sha256:1', bytes: 1, createdAt: 1 },
  secondsPerPhoto: null,
  build: { seconds: 1140, source: 'shipped guess' },
  start: { seconds: 50, source: 'shipped guess' },
}
const stopped: PanelState = {
  ...emptyPanel,
  engine: { kind: 'running', version: '28', compose: '2', where: 'x', name: 'x', freeBytes: null, cores: 8, memoryBytes: 1, nvidia: true },
  project: { kind: 'usable', project },
  variants: [cpu],
  app: { kind: 'stopped', at: null, variant: null },
}
const ready: PanelState = { ...stopped, app: { kind: 'ready', variant: 'cpu', since: NOW - 8_040_000 } }
const problem: Problem = {
  failure: { kind: 'network-broken', host: 'github.com' },
  title: 'It did not finish downloading',
  why: 'The connection broke off.',
  notLost: 'Finished steps.',
  fixes: [{ kind: 'try-again', label: 'Try again' }],
  evidence: [],
}

function operation(kind: OperationKind, stage: StageName): Operation {
  return { id: 'op-1', kind, variant: 'cpu', startedAt: NOW - 20_000, endedAt: null, stage: { name: stage, since: NOW - 20_000 }, outcome: null }
}

test('a crash loop offers the package that was ready before, and only where there is one', () => {
  const app: AppState = { kind: 'crash-loop', variant: 'cpu', since: NOW - 300_000, restarts: 4, code: 1, outOfMemory: false }
  const good = { ...cpu, lastGood: { digest: 'sha256:1', at: NOW } }
  const offered = (variants: readonly VariantStatus[]) => headline({ ...ready, app, variants }, NOW).secondary.map((action) => action.label)
  expect(offered([good])).toEqual(['Start the last good version', 'App messages'])
  expect(offered([cpu])).toEqual(['App messages'])
})

test('what stopped while the panel was closed is offered to start again, and no cause is claimed', () => {
  const app: AppState = { kind: 'stopped', at: NOW - 600_000, variant: 'cpu', ending: { kind: 'unwatched' } }
  const said = headline({ ...stopped, app }, NOW)
  expect([said.title, said.sentence]).toEqual([
    'Facecraft stopped while this panel was closed',
    'Docker ended meanwhile, or somebody stopped it 10 min ago. Finished photos are on disk.',
  ])
  expect(said.primary).toEqual({ label: 'Start it again', deed: { kind: 'start', variant: 'cpu' } })
})
