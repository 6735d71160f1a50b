import { explain } from '../../../src/core/failure/explain'
import type { Problem } from '../../../src/core/failure/failure'

/** A download that broke off inside a build. */
export const download: Problem = {
  failure: { kind: 'network-broken', host: 'github.com' },
  title: 'The portrait enhancer did not finish downloading',
  why: 'the connection to github.com broke off. Other addresses answer, so the fault is most likely on that side.',
  notLost: '11 finished steps. A new try takes about 16 min, not 19.',
  fixes: [
    { kind: 'try-again', label: 'Try again from this step' },
    { kind: 'show-log', label: 'Show the build' },
  ],
  evidence: [
    '#10 [model-downloader 5/6] RUN fetch codeformer',
    '#10 148.7 (the download tool printed nothing)',
    '#10 ERROR: process did not complete successfully: exit code: 4',
  ],
  excerpt: {
    file: 'docker/Dockerfile.cpu',
    lines: [
      { number: 30, text: '# Download and verify the photo models', marked: false },
      { number: 31, text: 'RUN python3 /build/fetch_models.py /build/models.lock /app/models \\', marked: true },
      { number: 32, text: ' && chmod -R a=rX /app/models \\', marked: true },
      { number: 33, text: ' && find /app/models -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +', marked: true },
      { number: 34, text: '', marked: false },
    ],
  },
}

/** Another program has the address. */
export const port: Problem = {
  failure: { kind: 'port-taken', port: 8000, owner: 'Media Server' },
  title: 'Another program uses localhost:8000',
  why: '"Media Server" was there first, so Facecraft cannot take the same address.',
  notLost: 'Nothing was started or stopped.',
  fixes: [{ kind: 'try-again', label: 'Try again' }],
  evidence: ['Bind for 127.0.0.1:8000 failed: port is already allocated'],
}

/** Not enough space where Docker stores. */
export const disk: Problem = {
  failure: { kind: 'disk-full' },
  title: 'There is too little space',
  why: '13.8 GB are needed, 6.2 GB are left where Docker stores.',
  notLost: 'Nothing was downloaded yet.',
  fixes: [
    { kind: 'use-variant', label: 'Use the processor version', variant: 'cpu' },
    { kind: 'try-again', label: 'Try again' },
  ],
  evidence: [],
}

/** A switch that went back by itself. */
export const rolledBack: Problem = {
  failure: { kind: 'switch-rolled-back', awaySeconds: 52, cause: 'never ready', backOn: 'cpu' },
  title: 'The switch did not work',
  why: 'the graphics card version never became ready. The processor version is back, away for 52 s.',
  notLost: 'Finished photos and settings are as they were.',
  fixes: [{ kind: 'try-again', label: 'Try again' }],
  evidence: ['torch.cuda.is_available() is False', 'facecraft-gpu exited with code 3'],
}

/** A switch without a pause that was broken off while nobody could look for a while. */
export const undone: Problem = explain({ kind: 'switch-undone', cause: 'Docker did not answer', keeps: 'cpu', away: { seconds: 3, unwatchedSeconds: 12 } }, [
  'no answer within 5000 ms',
])

/** A switch without a pause after which the old version could not be stopped. */
export const twoRun: Problem = explain({ kind: 'old-still-runs', old: 'cpu', next: 'gpu' }, ['tried to kill container, but did not receive an exit event'])

/** A start beside the version that runs. */
export const otherRuns: Problem = explain({ kind: 'other-version-runs', running: 'cpu', wanted: 'gpu' }, [])

/** A mistake in the project's file. */
export const file: Problem = {
  failure: { kind: 'project-invalid', line: 34, detail: 'capabilities is missing' },
  title: 'The project file has a mistake in line 34',
  why: '"capabilities" is missing there.',
  notLost: 'The running app is not affected.',
  fixes: [{ kind: 'check-again', label: 'Check again' }],
  evidence: ['services.facecraft-gpu.deploy.resources.reservations.devices.0 capabilities is required'],
}

/** Something without an explanation. */
export const unknown: Problem = {
  failure: { kind: 'unknown', command: 'docker compose up', code: 17 },
  title: 'We do not know this error',
  why: 'Docker ended with it while Facecraft was started. We do not know why.',
  notLost: 'Finished photos are on disk.',
  fixes: [{ kind: 'try-again', label: 'Try again' }],
  evidence: ['Error response from daemon: something nobody has seen before', 'exit status 17'],
}
