import type { Build, BuildStep, StepState } from '../../../src/core/build/build'
import { NOW } from './parts'

const SECOND = 1000

/** A build in the middle of compiling parts, with reused models and the last phase begun. */
export const running: Build = {
  id: 'build-7',
  variant: 'cpu',
  startedAt: NOW - 727 * SECOND,
  endedAt: null,
  outcome: null,
  logBytes: 48_000,
  steps: [
    step('m1 model-downloader', 'Download tools', { reused: null }),
    step('m2 model-downloader', 'Face shape model', { reused: null }),
    step('m3 model-downloader', 'Portrait enhancer', { reused: null }),
    step('b1 builder', 'Base system', { done: [-700, -515] }),
    step('b2 builder', 'System tools', { done: [-515, -463] }),
    {
      ...step('b3 builder', 'Collect and compile', { running: [-484, 0] }),
      explanation: 'Fetches every part the app is made of. Usually the slowest step.',
      sub: { label: 'Parts', current: 38, total: 61 },
    },
    step('p1 production', 'System libraries', { done: [-500, -459] }),
    step('p2 production', 'Install the parts', { waiting: null }),
    step('p3 production', 'Copy models and app', { waiting: null }),
  ],
}

/** A build that broke off while a model was downloaded. */
export const failed: Build = {
  id: 'build-8',
  variant: 'cpu',
  startedAt: NOW - 200 * SECOND,
  endedAt: NOW - 49 * SECOND,
  outcome: null,
  logBytes: 9000,
  steps: [
    step('m1 model-downloader', 'Download tools', { done: [-200, -186] }),
    step('m2 model-downloader', 'Face shape model', { done: [-186, -167] }),
    { ...step('m3 model-downloader', 'Portrait enhancer', { failed: [-198, -49] }), error: 'exit code: 4' },
    step('b1 builder', 'Base system and tools', { done: [-200, -156] }),
    step('b2 builder', 'Collect and compile', { cancelled: [-150, -49] }),
    step('p1 production', 'Install the parts', { waiting: null }),
  ],
}

function step(place: string, name: string, how: Partial<Record<StepState, readonly [number, number] | null>>): BuildStep {
  const [id = '', phase = ''] = place.split(' ')
  const [state, times] = (Object.entries(how) as [StepState, readonly [number, number] | null][])[0] ?? ['waiting', null]
  return {
    id,
    phase,
    name,
    explanation: null,
    raw: `[${phase} ${id}] RUN ${name.toLowerCase()}`,
    state,
    startedAt: times === null ? null : NOW + times[0] * SECOND,
    endedAt: times === null || state === 'running' ? null : NOW + times[1] * SECOND,
    bytes: null,
    sub: null,
    lastOutputAt: times === null ? null : NOW + times[1] * SECOND,
    error: null,
  }
}
