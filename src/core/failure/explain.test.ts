import { describe, expect, it } from 'vitest'
import { explain } from './explain'
import type { FailureKind } from './failure'

/** One of each kind; the compiler asks for the new ones. */
const examples: { readonly [K in FailureKind['kind']]: Extract<FailureKind, { kind: K }> } = {
  'engine-missing': { kind: 'engine-missing' },
  'engine-off': { kind: 'engine-off' },
  'engine-forbidden': { kind: 'engine-forbidden' },
  'engine-lost': { kind: 'engine-lost' },
  'engine-silent': { kind: 'engine-silent' },
  'engine-too-old': { kind: 'engine-too-old', offers: '1.41 at most' },
  cancelled: { kind: 'cancelled' },
  'compose-missing': { kind: 'compose-missing' },
  'compose-too-old': { kind: 'compose-too-old' },
  'project-missing': { kind: 'project-missing', path: 'docker-compose.yml' },
  'project-invalid': { kind: 'project-invalid', line: 34, detail: '"capabilities" is missing' },
  'variable-missing': { kind: 'variable-missing', name: 'FACECRAFT_PORT' },
  'nothing-selected': { kind: 'nothing-selected' },
  'no-such-version': { kind: 'no-such-version', wanted: 'npu', known: ['cpu', 'gpu'] },
  'other-version-runs': { kind: 'other-version-runs', running: 'cpu', wanted: 'gpu' },
  'consent-needed': { kind: 'consent-needed', hazards: ['"a" can read /etc, which lies outside the project\'s folder'], consent: 'abc' },
  'port-taken': { kind: 'port-taken', port: 8000, owner: 'Media Server' },
  'no-graphics-card': { kind: 'no-graphics-card', reason: 'NVIDIA’s add-on for Docker is missing', variant: 'gpu' },
  'disk-full': { kind: 'disk-full' },
  'out-of-memory': { kind: 'out-of-memory' },
  'name-not-resolved': { kind: 'name-not-resolved', host: 'packages.example.org' },
  'network-broken': { kind: 'network-broken', host: 'parts.example.org' },
  'wrong-hash': { kind: 'wrong-hash', file: 'face.bin' },
  'package-missing': { kind: 'package-missing', name: 'torch' },
  'download-missing': { kind: 'download-missing', host: 'parts.example.org' },
  'file-missing': { kind: 'file-missing', path: 'models/face.bin', stage: null },
  'file-ignored': { kind: 'file-ignored', path: 'models/face.bin' },
  'folder-missing': { kind: 'folder-missing', path: 'service' },
  'folder-forbidden': { kind: 'folder-forbidden', path: 'models' },
  'dockerfile-missing': { kind: 'dockerfile-missing', path: 'Dockerfile' },
  'dockerfile-invalid': { kind: 'dockerfile-invalid', line: 2, detail: 'Unknown instruction: RUM' },
  'stage-missing': { kind: 'stage-missing', stage: 'production' },
  'base-image-missing': { kind: 'base-image-missing', image: 'debian:none' },
  'wrong-platform': { kind: 'wrong-platform', image: 'debian' },
  'registry-unreachable': { kind: 'registry-unreachable', host: 'registry-1.docker.io' },
  'registry-refused': { kind: 'registry-refused', image: 'debian' },
  'registry-busy': { kind: 'registry-busy', host: 'registry-1.docker.io' },
  'registry-broken': { kind: 'registry-broken', host: 'registry-1.docker.io' },
  'certificate-untrusted': { kind: 'certificate-untrusted', host: 'parts.example.org' },
  'step-failed': { kind: 'step-failed', step: 'Trial run', code: 1 },
  'not-built': { kind: 'not-built', image: 'djok/facecraft:cpu' },
  'name-taken': { kind: 'name-taken', name: 'facecraft' },
  'no-addresses-left': { kind: 'no-addresses-left' },
  'program-missing': { kind: 'program-missing', program: 'python', reason: 'absent' },
  'user-missing': { kind: 'user-missing', user: 'appuser' },
  'other-project-missing': { kind: 'other-project-missing', what: 'network "shared"' },
  'build-disagrees': { kind: 'build-disagrees', detail: 'it said yes and no' },
  'never-ready': { kind: 'never-ready', seconds: 180, reasons: [] },
  'stopped-itself': { kind: 'stopped-itself', code: 137, outOfMemory: true, restarts: 3 },
  'switch-interrupted': { kind: 'switch-interrupted', from: 'cpu', to: 'gpu', by: 'panel' },
  'switch-rolled-back': { kind: 'switch-rolled-back', awaySeconds: 52, cause: 'It never became ready', backOn: 'cpu' },
  'switch-cancelled': { kind: 'switch-cancelled', awaySeconds: 4, backOn: 'cpu' },
  'switch-undone': { kind: 'switch-undone', cause: 'It never became ready', keeps: 'cpu', away: { seconds: 0, unwatchedSeconds: 0 } },
  'old-still-runs': { kind: 'old-still-runs', old: 'cpu', next: 'gpu' },
  'hand-over-refused': { kind: 'hand-over-refused' },
  'roll-back-failed': {
    kind: 'roll-back-failed',
    cause: 'It never became ready',
    back: 'Another program already uses localhost:8000',
    backOn: 'cpu',
  },
  'photo-refused': { kind: 'photo-refused', detail: 'No face was found.', fix: 'Try a photo with one face.' },
  'other-panel': { kind: 'other-panel', what: 'switch', who: 'anna on desk', seconds: 720, token: 'a1', stuck: 'maybe' },
  'other-folder': { kind: 'other-folder', folder: '/home/anna/facecraft', consent: 'c1' },
  busy: { kind: 'busy', running: 'build' },
  unknown: { kind: 'unknown', command: 'docker', code: 1 },
}

const problems = Object.values(examples).map((failure) => explain(failure, ['a line']))
const words = problems.map((problem) => [problem.failure.kind, problem] as const)

describe('the words of every failure', () => {
  it.each(words)('%s: have a title without technical words', (_, { title }) => {
    expect(title).not.toMatch(/\b(container|image|daemon|profile|volume|CLI|PATH|compose|prune|exit code)\b/i)
  })

  it.each(words)('%s: blame nobody, beg for nothing and do not shout', (_, { title, why, notLost }) => {
    expect(`${title} ${why} ${notLost}`).not.toMatch(/!|\bplease\b|\boops\b|\bsorry\b|you (did|must|should|forgot)/i)
  })

  it.each(words)('%s: are two lines at most and in sentence case', (_, { title, why, notLost }) => {
    expect(title.length).toBeLessThan(75)
    expect(title).toMatch(/^["A-Z].*[^.]$/)
    expect(why).toMatch(/^["A-Z].*[.]$/)
    expect(notLost).toMatch(/^[A-Z].*[.]$/)
    expect(`${why} ${notLost}`.length).toBeLessThan(200)
  })

  it.each(words)('%s: offer buttons that are verbs, once each, and keep the lines', (_, { fixes, evidence }) => {
    const labels = fixes.map((fix) => fix.label)
    expect(new Set(labels).size).toBe(labels.length)
    for (const label of labels) expect(label).toMatch(/^(Try|Check|Start|Show|Use|Stop|Get|Add|Finish|Go|Open|Take|Switch) /)
    expect(evidence).toEqual(['a line'])
  })

  it('are the ones that the design asks for', () => {
    expect(problems.map(({ title, why, notLost }) => `${title} | ${why} | ${notLost}`)).toMatchSnapshot()
  })
})
