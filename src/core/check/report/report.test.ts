import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { emptyPanel } from '../../panel/apply-event'
import type { PanelState } from '../../panel/panel'
import type { CheckResult } from '../check'
import { compareReports } from './compare'
import { reportHtml } from './html'
import { makeReport } from './make-report'
import { redact } from './redact'
import { readReport, reportSchema } from './report'
import { sbom } from './sbom'

const NOW = Date.UTC(2026, 2, 3, 12)
const personal = { home: '/home/anna', user: 'anna', host: 'annas-pc' }
const facts = { now: NOW, panel: '1.0', host: { system: 'Linux 6', processor: 'Four cores', memoryBytes: 8e9 }, personal, partsFile: () => null }
const found = (check: CheckResult['check'], more: Partial<CheckResult> = {}): CheckResult => ({
  ...{
    check,
    variant: 'cpu',
    verdict: 'passed',
    summary: 'Yes',
    command: 'docker -f /home/anna/project/docker-compose.yml',
    output: '<b>anna</b> API_KEY=abcdef',
    exitCode: 0,
  },
  ...{ duration: 1200, digest: 'sha256:aa', at: NOW - 1000, fix: null },
  ...more,
})
const panel = (checks: readonly CheckResult[], digest = 'sha256:aa'): PanelState => ({
  ...emptyPanel,
  engine: { kind: 'running', version: '28.5', compose: '2.40', where: '', name: '', freeBytes: null, cores: 2, memoryBytes: 1, nvidia: false },
  project: {
    kind: 'usable',
    project: {
      name: 'facecraft',
      folder: '/',
      variants: [{ id: 'cpu', kind: 'cpu', services: [], main: 'a', image: 'i', dockerfile: null, port: null, volumes: [] }],
    },
  },
  variants: [
    {
      id: 'cpu',
      hardware: '',
      blocked: null,
      package: { digest, bytes: 1e9, createdAt: NOW },
      secondsPerPhoto: null,
      build: { seconds: 1, source: 'shipped guess' },
      start: { seconds: 1, source: 'shipped guess' },
    },
  ],
  checks,
})
const report = (checks: readonly CheckResult[], digest?: string) => makeReport(panel(checks, digest), facts)

describe('a report', () => {
  it('is read back from its own JSON, and nothing else is taken for one', () => {
    const one = report([found('labels')])
    expect(readReport(JSON.stringify(one))).toEqual(one)
    expect(readReport('{"format":"other"}')).toBeNull()
    expect(readReport('half of {')).toBeNull()
  })

  it('holds no names of people or computers and no secrets, neither as JSON nor as a page', () => {
    const one = report([found('labels', { output: 'anna on annas-pc, /home/berta/x, password: hunter22, token=ghp_0123456789abcdef0123456789abcdef0123' })])
    const all = `${JSON.stringify(one)}${reportHtml(one, null)}`
    for (const word of ['anna', 'berta', 'hunter22', 'ghp_']) expect(all).not.toContain(word)
  })

  it('counts what could not run, what is about an older package and what never ran apart from what passed', () => {
    const { counts } = report([found('labels'), found('models', { verdict: 'could-not-run' }), found('air-gap', { digest: 'sha256:old' })])
    expect(counts).toMatchObject({ passed: 1, couldNotRun: 1, stale: 1, failed: 0 })
    expect(counts.notRun).toBeGreaterThan(10)
  })

  it('is a page that loads nothing, runs nothing, and shows evidence as text', () => {
    const page = reportHtml(report([found('labels')]), null)
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|src=|@import|url\(/)
    expect(page).toContain('&lt;b&gt;')
    expect(page.indexOf('What was promised')).toBeLessThan(page.indexOf('docker -f'))
  })
})

describe('the comparison with an earlier report', () => {
  it('says that nothing changed', () => {
    expect(compareReports(report([found('labels')]), report([found('labels')])).changes).toEqual([])
  })

  it('notices another package, and what ends otherwise, the failures first', () => {
    const before = report([found('labels'), found('models', { verdict: 'failed' }), found('air-gap')])
    const after = report(
      [found('labels', { digest: 'sha256:bb' }), found('models', { digest: 'sha256:bb' }), found('air-gap', { verdict: 'failed', digest: 'sha256:bb' })],
      'sha256:bb',
    )
    expect(compareReports(before, after).changes).toEqual([
      'Processor: another package, aa then and bb now; what the old report says about it does not hold for this one.',
      'Works without the internet (Processor): passed then, failed now.',
      'Its photo models are the expected files (Processor): failed then, passed now.',
    ])
  })
})

it('leaves words alone that are nobody’s name', () => {
  expect(redact('A folder belongs to root', { home: '/root', user: 'root', host: 'x' })).toBe('A folder belongs to root')
})

it('lists parts by the addresses that other tools know them by', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
  const parts = {
    debian: [{ name: 'zlib1g', version: '1:1.3+b1', architecture: 'amd64' }],
    python: [{ name: 'Pydantic_Core', version: '2.5', licence: 'MIT' }],
    models: [{ name: 'onet.pt', sha256: 'ab' }],
  }
  expect(sbom(parts, { image: 'djok/facecraft:cpu', digest, panel: '1', now: NOW })).toMatchObject({
    bomFormat: 'CycloneDX',
    serialNumber: 'urn:uuid:01234567-89ab-5def-8123-456789abcdef',
    components: [
      { purl: 'pkg:deb/debian/zlib1g@1%3A1.3%2Bb1?arch=amd64&distro=debian-13' },
      { purl: 'pkg:pypi/pydantic-core@2.5', licenses: [{ license: { name: 'MIT' } }] },
      { type: 'machine-learning-model' },
    ],
  })
})

it('is described by the schema in docs, for programs that read it', () => {
  const written: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/report.schema.json'), 'utf8'))
  expect(written).toEqual(z.toJSONSchema(reportSchema))
})
