import { execa } from 'execa'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readReport } from '../../core/check/report/report'
import { repairFolders } from '../operations/repair-folders'
import { start } from '../operations/start'
import { verify } from '../operations/verify'
import { writeReport } from '../reports/save-report'
import { openPlanting, type Planting } from './planted/planting'

let it: Planting

beforeAll(async () => {
  it = await openPlanting()
  await it.check('image-builds')
})
afterEach(() => it.heal())
afterAll(() => it.close())

const copied = (result: Awaited<ReturnType<Planting['check']>>): string => (result.fix?.does.kind === 'copy' ? result.fix.does.text : '')

test('a project without a mistake passes every check, side by side, and nothing of it is left behind', async () => {
  const { ended } = it.run((tools, signal) => verify(tools, { variant: it.variant('cpu'), only: null }, signal))
  expect(await ended).toEqual({ kind: 'succeeded' })
  const wrong = it.panel.hub.state().checks.filter((c) => c.verdict !== 'passed' && c.verdict !== 'not-applicable')
  expect(wrong.map((c) => `${c.check}: ${c.summary}\n${c.output}`)).toEqual([])
  expect(it.panel.hub.state().checks.filter((c) => c.verdict === 'passed').length).toBeGreaterThanOrEqual(19)
  expect(await it.leftBehind()).toEqual([])

  const folder = mkdtempSync(join(tmpdir(), 'facecraft-report-'))
  const files = await writeReport(it.panel.hub.state(), { path: join(folder, 'r.html'), panel: 'test', earlier: null })
  expect(files.map((file) => basename(file))).toEqual(['r.html', 'r.json', 'r.parts-cpu.cdx.json'])
  const [page = '', json = '', parts = ''] = files.map((file) => readFileSync(file, 'utf8'))
  rmSync(folder, { recursive: true })
  expect(page).toContain('<h1>')
  expect(readReport(json)?.counts).toMatchObject({ failed: 0, couldNotRun: 0, stale: 0 })
  expect(parts).toContain('pkg:deb/debian/python3@')
})

describe('a planted mistake is found and its fix is named:', () => {
  test('a folder for photos that root owns, which is repaired without losing what lies in it', async () => {
    const volume = `${it.name}_processed`
    const inside = (script: string) =>
      execa('docker', ['run', '--rm', '--network', 'none', '--user', '0', '-v', `${volume}:/folder:nocopy`, `${it.name}:cpu`, 'sh', '-c', script])
    await execa('docker', ['volume', 'create', volume])
    await inside('echo kept > /folder/photo && chown -R 0:0 /folder && chmod 755 /folder')
    const result = await it.check('can-save')
    expect(result).toMatchObject({ verdict: 'failed', summary: 'A folder belongs to root', fix: { does: { kind: 'repair-folders' } } })
    await it.run((tools, signal) => repairFolders(tools, it.variant('cpu'), signal)).ended
    expect(it.panel.hub.state().checks.find((c) => c.check === 'can-save')).toMatchObject({ verdict: 'passed', fix: null })
    expect((await inside('cat /folder/photo; stat -c %U /folder/photo')).stdout).toBe('kept\nappuser')
    await execa('docker', ['volume', 'rm', volume])
  })

  test('a graphics card asked for without capabilities, in two ways, or in the old way', async () => {
    it.plant((text) => text.replace('              capabilities: [gpu]\n', ''))
    const missing = await it.check('gpu-profile', 'gpu')
    expect(missing).toMatchObject({ verdict: 'failed', summary: '“capabilities” is missing' })
    expect(copied(missing)).toContain('capabilities: [gpu]')
    expect(await it.check('project-valid')).toMatchObject({ verdict: 'failed' })
    it.plant((text) => text.replace('count: all', 'count: 1\n              device_ids: ["0"]'))
    expect(await it.check('gpu-profile', 'gpu')).toMatchObject({ verdict: 'failed', summary: 'Chooses cards in two ways' })
    it.plant((text) => text.replace('profiles: [gpu]', 'profiles: [gpu]\n    runtime: nvidia'))
    expect(await it.check('gpu-profile', 'gpu')).toMatchObject({ verdict: 'failed', summary: 'Uses the old “runtime”' })
  })

  test('a version key', async () => {
    it.plant((text) => `version: "3.8"\n${text}`)
    const result = await it.check('no-version-key')
    expect(result).toMatchObject({ verdict: 'needs-a-look', summary: 'Line 1 is outdated' })
    expect(result.output).toContain('obsolete')
    expect(copied(result)).toContain('docker-compose.yml:1')
  })

  test('both services selected, or none', async () => {
    it.plant((text) => text.replace('    profiles: [gpu]\n', ''))
    const unasked = await it.check('starts-nothing')
    expect(unasked).toMatchObject({ verdict: 'failed', summary: 'Starts facecraft-gpu unasked' })
    expect(copied(unasked)).toContain('profiles: [gpu]')
    expect(await it.check('one-version')).toMatchObject({ verdict: 'failed', summary: '“cpu” starts 2 at once' })
    it.plant((text) => text.replace('profiles: [gpu]', 'profiles: [gpuu]'))
    expect(await it.check('one-version')).toMatchObject({ verdict: 'failed', summary: '“gpu” starts nothing' })
  })

  test('a build folder that does not match the place of the Dockerfile', async () => {
    it.plant((text) => text.replace('context: .\n', 'context: ./docker\n'))
    const lost = await it.check('build-place')
    expect(lost).toMatchObject({ verdict: 'failed', summary: 'Dockerfile is not there' })
    expect(copied(lost)).toBe('    build:\n      context: .\n      dockerfile: docker/Dockerfile\n')
    it.plant((text) => text.replace('context: .\n      dockerfile: docker/Dockerfile', 'context: ./docker\n      dockerfile: Dockerfile'))
    const halfway = await it.check('build-place')
    expect(halfway).toMatchObject({ verdict: 'failed', summary: 'server.py is not there' })
    expect(copied(halfway)).toContain('context: .\n')
  })

  test('models that are fetched when the first photo comes, although it says that it is ready', async () => {
    process.env['FACECRAFT_PLANTED_LAZY'] = '1'
    try {
      await it.check('image-builds')
      const result = await it.check('air-gap')
      expect(result).toMatchObject({ verdict: 'failed', summary: 'Wanted weights.example.org', fix: { does: { kind: 'build' } } })
      expect(result.output).toContain('/ready: yes')
    } finally {
      delete process.env['FACECRAFT_PLANTED_LAZY']
      await it.check('image-builds')
    }
  })

  test('a port that the whole network can reach', async () => {
    it.plant((text) => text.replace('127.0.0.1:$', '$'))
    const result = await it.check('only-here')
    expect(result).toMatchObject({ verdict: 'needs-a-look', summary: 'Open to your network', fix: { does: { kind: 'only-here' } } })
  })

  test('a folder for photos without a name', async () => {
    it.plant((text) => text.replace('- processed:/app/processed', '- /app/processed'))
    expect(await it.check('named-volumes')).toMatchObject({ verdict: 'failed', summary: '/app/processed has no name' })
  })
})

describe('the person’s app', () => {
  test('is used while it runs, and neither stopped nor changed', async () => {
    await it.run((tools, signal) => start(tools, it.variant('cpu'), signal)).ended
    const before = it.panel.app()?.running()
    const result = await it.check('answers')
    expect(result.verdict).toBe('passed')
    expect(result.command).toBe('curl http://127.0.0.1:18601/health http://127.0.0.1:18601/ready')
    expect(await it.check('can-save')).toMatchObject({ verdict: 'passed' })
    expect(await it.check('locked-down')).toMatchObject({ verdict: 'passed' })
    expect(it.panel.app()?.running()).toEqual(before)
  })
})

describe('nothing is left behind', () => {
  test('by a run that is cancelled, and what was known before stays', async () => {
    const known = it.panel.hub.state().checks
    const { id, ended } = it.run((tools, signal) => verify(tools, { variant: it.variant('cpu'), only: ['survives-restart'] }, signal))
    for (const end = Date.now() + 60_000; (await it.leftBehind()).length === 0 && Date.now() < end;) await wait(50)
    await it.panel.operations.cancel(id)
    expect(await ended).toEqual({ kind: 'cancelled' })
    expect(await it.leftBehind()).toEqual([])
    expect(it.panel.hub.state().checks).toEqual(known)
    expect(it.panel.hub.state().checking).toEqual([])
  })

  test('of a panel that was killed, once checks run again', async () => {
    const [, host] = /^facecraft-check-([0-9a-f]{6})-/.exec((await import('./ground/names')).checkName()) ?? []
    const dead = `facecraft-check-${host}-4194000-abcdef`
    await execa('docker', ['run', '--detach', '--name', dead, '--network', 'none', `${it.name}:cpu`])
    await it.check('labels')
    expect((await execa('docker', ['ps', '--all', '--format', '{{.Names}}'])).stdout).not.toContain(dead)
  })
})
