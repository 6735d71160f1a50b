import { describe, expect, it } from 'vitest'
import type { Operation } from '../operation/operation'
import { emptyPanel } from '../panel/apply-event'
import type { PanelState } from '../panel/panel'
import type { Variant, VariantStatus } from '../project/project'
import type { CheckInfo, CheckResult, Verdict } from './check'
import { checklist } from './checklist'
import { canRun, checkCell } from './checklist-cells'
import { checksHeading } from './checklist-title'

const NOW = new Date('2026-03-03T12:00:00').getTime()
const variant = (id: string, kind: 'cpu' | 'nvidia'): Variant => ({ id, kind, services: [id], main: id, image: id, dockerfile: null, port: null, volumes: [] })
const cpu = variant('cpu', 'cpu')
const gpu = variant('gpu', 'nvidia')
const status = (id: string, digest: string | null): VariantStatus => ({
  id,
  hardware: '',
  blocked: null,
  package: digest === null ? null : { digest, bytes: 1, createdAt: 0 },
  secondsPerPhoto: null,
  build: { seconds: 1, source: 'shipped guess' },
  start: { seconds: 1, source: 'shipped guess' },
})
const result = (check: CheckResult['check'], verdict: Verdict, more: Partial<CheckResult> = {}): CheckResult => ({
  check,
  variant: 'cpu',
  verdict,
  summary: 'Yes',
  command: 'c',
  output: '',
  exitCode: 0,
  duration: 10,
  digest: 'd1',
  at: NOW - 60_000,
  fix: null,
  ...more,
})

function panel(checks: readonly CheckResult[], variants: readonly Variant[] = [cpu]): PanelState {
  return {
    ...emptyPanel,
    engine: { kind: 'running', version: '', compose: '', where: '', name: '', freeBytes: null, cores: 2, memoryBytes: 1, nvidia: false },
    project: { kind: 'usable', project: { name: 'facecraft', folder: '/', variants } },
    variants: [status('cpu', 'd1'), status('gpu', null)],
    checks,
  }
}

function row(id: CheckInfo['id']): CheckInfo {
  const found = checklist.find((info) => info.id === id)
  if (!found) throw new Error(`no check ${id}`)
  return found
}

const cpuChecks = checklist.filter((info) => info.about !== 'graphics card')
const all = (verdict: Verdict): readonly CheckResult[] => cpuChecks.map((info) => result(info.id, verdict))
const cell = (state: PanelState, id: CheckInfo['id'], of = cpu) => checkCell(state, row(id), { variant: of, now: NOW })

const verified = (from: number, to: number): Operation => ({
  id: `${from}`,
  kind: 'verify',
  variant: 'cpu',
  startedAt: NOW + from * 1000,
  endedAt: NOW + to * 1000,
  stage: null,
  outcome: { kind: 'succeeded' },
})

describe('the title of the checks', () => {
  it('counts the time of all versions that were checked one after the other', () => {
    const state = { ...panel(all('passed')), history: [verified(-40, -39), verified(-70, -40), verified(-900, -800)] }
    expect(checksHeading(state, NOW).sentence).toMatch(/ in 31 s\.$/)
  })

  it('says that nothing was checked', () => {
    expect(checksHeading(panel([]), NOW).title).toBe('Not checked yet')
  })

  it('says that everything works only if every check passed', () => {
    expect(checksHeading(panel(all('passed')), NOW).title).toBe('Everything works.')
    expect(checksHeading(panel([result('air-gap', 'passed')]), NOW).title).toBe('What was checked works.')
  })

  it('counts what needs a look', () => {
    const looked = [...all('passed').slice(1), result('project-valid', 'needs-a-look')]
    expect(checksHeading(panel(looked), NOW).title).toBe('Everything works. One thing needs a look.')
  })

  it('never counts what could not run as working', () => {
    const blocked = [...all('passed').slice(1), result('project-valid', 'could-not-run')]
    expect(checksHeading(panel(blocked), NOW).title).toBe('What was checked works. One check could not run.')
  })

  it('begins with what does not work', () => {
    const failed = [
      ...all('passed').filter((r) => !['project-valid', 'image-builds'].includes(r.check)),
      result('project-valid', 'failed'),
      result('image-builds', 'failed'),
    ]
    expect(checksHeading(panel(failed), NOW).title).toBe('Two things do not work.')
  })

  it('counts nothing about a package that is gone', () => {
    const old = all('passed').map((r) => ({ ...r, digest: 'd0' }))
    expect(checksHeading(panel(old), NOW).title).toBe('Everything was built anew since the last check.')
  })
})

describe('a result in the table', () => {
  it('is not for this version where the check is about the other', () => {
    expect(cell(panel([]), 'gpu-profile')).toMatchObject({ mark: 'dash', words: 'Not for this version' })
  })

  it('says that a version is not built, or that the check never ran', () => {
    expect(cell(panel([]), 'air-gap').words).toBe('Not run yet')
    expect(cell(panel([], [cpu, gpu]), 'air-gap', gpu).words).toBe('Not built yet')
  })

  it('turns grey when the package changed', () => {
    expect(cell(panel([result('air-gap', 'passed', { digest: 'd0' })]), 'air-gap')).toMatchObject({ mark: 'dot', tone: 'idle', stale: true })
  })

  it('shows its time when what it saw does not run any more', () => {
    expect(cell(panel([result('answers', 'passed')]), 'answers').words).toBe('Today at 11:59')
  })

  it('shows that it could not run without a tick', () => {
    expect(cell(panel([result('air-gap', 'could-not-run', { summary: 'Docker did not answer' })]), 'air-gap')).toMatchObject({
      mark: 'dot',
      words: 'Docker did not answer',
    })
  })

  it('can be run without building a version first', () => {
    expect(canRun(panel([]), row('project-valid'), gpu)).toBe(true)
    expect(canRun(panel([]), row('image-builds'), gpu)).toBe(false)
    expect(canRun(panel([]), row('no-card-code'), gpu)).toBe(false)
  })
})
