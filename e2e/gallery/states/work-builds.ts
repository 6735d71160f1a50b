import type { Build, BuildStep, StepState } from '../../../src/core/build/build'
import { plainStep } from '../../../src/core/build/step-names'
import { NOW } from './parts'

type Times = readonly [from: number, to: number] | null

/** The graphics card version being built while the processor's runs: models reused, two phases side by side. */
export const cardBuild = build('work-card', [
  step('[internal] load build definition from Dockerfile.gpu', 'done', [-727, -726]),
  step('[internal] load .dockerignore', 'done', [-726, -726]),
  step('[models 1/4] FROM docker.io/library/debian:trixie-slim', 'reused', [-725, -725]),
  step('[models 2/4] RUN apt-get update && apt-get install -y ca-certificates python3 python3-pip', 'reused', [-725, -725]),
  step('[models 3/4] COPY docker/models.lock docker/fetch_models.py /build/', 'reused', [-725, -725]),
  step('[models 4/4] RUN python3 /build/fetch_models.py /build/models.lock /app/models', 'reused', [-725, -725]),
  step('[parts 1/3] FROM nvidia/cuda:12.1.1-runtime', 'done', [-725, -540], { bytes: 4_400_000_000 }),
  step('[parts 2/3] COPY docker/service/requirements-gpu.txt /build/', 'done', [-540, -539]),
  step('[parts 3/3] RUN pip install --require-hashes --target /app/lib --requirement /build/requirements-gpu.txt', 'running', [-484, 0], {
    sub: { label: 'Downloading', current: 1_720_000_000, total: 2_780_000_000 },
  }),
  step('[production 2/7] RUN apt-get update && apt-get install -y python3 libgl1', 'done', [-725, -607], { bytes: 260_000_000 }),
  step('[production 3/7] COPY --from=parts /app/lib /app/lib', 'waiting', null),
  step('[production 4/7] COPY --from=models /app/models /app/models', 'waiting', null),
  step('[production 5/7] COPY docker/service/facecraft /app/src/facecraft', 'waiting', null),
  step('[production 6/7] RUN python -m facecraft.selftest', 'waiting', null),
])

/** The same build after ten quiet minutes. */
export const quietBuild: Build = {
  ...cardBuild,
  id: 'work-quiet',
  steps: cardBuild.steps.map((s) => (s.state === 'running' ? { ...s, sub: null, lastOutputAt: NOW - 90_000 } : s)),
}

/** The same build with far more lines than the terminal keeps. */
export const longBuild: Build = { ...cardBuild, id: 'work-long', logBytes: 200 }

/** A build of the processor version that broke off while a model was downloaded. */
export const brokenBuild = build('work-broken', [
  step('[models 2/4] RUN apt-get update && apt-get install -y ca-certificates python3 python3-pip', 'done', [-200, -186]),
  step('[models 3/4] COPY docker/models.lock docker/fetch_models.py /build/', 'done', [-186, -185]),
  step('[models 4/4] RUN python3 /build/fetch_models.py /build/models.lock /app/models', 'failed', [-185, -49], {
    error: 'process "/bin/sh -c python3 /build/fetch_models.py /build/models.lock /app/models" did not complete successfully: exit code: 4',
  }),
  step('[parts 2/3] COPY docker/service/requirements-cpu.txt /build/', 'waiting', null),
  step('[parts 3/3] RUN pip install --require-hashes --target /app/lib --requirement /build/requirements-cpu.txt', 'waiting', null),
  step('[production 2/8] RUN apt-get update && apt-get install -y --no-install-recommends python3-torch', 'cancelled', [-200, -49]),
  step('[production 3/8] COPY --from=parts /app/lib /app/lib', 'waiting', null),
])

/** A build of the processor version that came to its end. */
export const doneBuild: Build = {
  ...build(
    'work-done',
    brokenBuild.steps.map((s) => ({ ...s, state: 'done' as const, error: null, startedAt: NOW - 300_000, endedAt: NOW - 100_000 })),
  ),
  endedAt: NOW - 49_000,
  outcome: { kind: 'succeeded' },
}

function build(id: string, steps: readonly BuildStep[]): Build {
  return { id, variant: id === 'work-card' ? 'gpu' : 'cpu', startedAt: NOW - 727_000, endedAt: null, outcome: null, steps, logBytes: 48_000 }
}

function step(raw: string, state: StepState, ...[times, more]: [Times, Partial<BuildStep>?]): BuildStep {
  return {
    id: raw,
    raw,
    state,
    ...plainStep(raw),
    startedAt: times === null ? null : NOW + times[0] * 1000,
    endedAt: times === null || state === 'running' ? null : NOW + times[1] * 1000,
    bytes: null,
    sub: null,
    lastOutputAt: times === null || state === 'reused' || raw.includes('COPY') || raw.includes('internal') ? null : NOW + times[1] * 1000,
    error: null,
    ...more,
  }
}
