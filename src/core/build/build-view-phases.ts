import type { Build, BuildStep } from './build'

/** How a phase stands; `on-hold` is a phase that a failure elsewhere left unfinished. */
export type PhaseState = 'waiting' | 'running' | 'done' | 'reused' | 'failed' | 'cancelled' | 'on-hold'

/** A stretch of a build as people see it, with its steps in order. */
export interface Phase {
  readonly key: string
  readonly title: string
  readonly state: PhaseState
  readonly steps: readonly BuildStep[]
}

interface Plan {
  readonly key: string
  readonly title: string
  readonly rank: number
}

const PUT_TOGETHER: Plan = { key: 'production', title: 'Put together', rank: 4 }
const MODELS: Plan = { key: 'models', title: 'Photo models', rank: 1 }
const PARTS: Plan = { key: 'parts', title: 'Parts', rank: 2 }

/** The stages of the Dockerfiles we know, in words; other stages keep their own name. */
const PLANS: Readonly<Record<string, Plan>> = {
  setup: { key: 'setup', title: 'Preparation', rank: 0 },
  models: MODELS,
  'model-downloader': MODELS,
  parts: PARTS,
  builder: PARTS,
  production: PUT_TOGETHER,
  export: PUT_TOGETHER,
}

/** The phases of a build in the order in which people meet them. */
export function buildPhases(build: Build): readonly Phase[] {
  const groups = new Map<string, { readonly plan: Plan; readonly steps: BuildStep[] }>()
  for (const step of build.steps) {
    const plan = PLANS[step.phase] ?? { key: step.phase, title: `Stage ${step.phase}`, rank: 3 }
    const group = groups.get(plan.key) ?? { plan, steps: [] }
    group.steps.push(step)
    groups.set(plan.key, group)
  }
  return [...groups.values()]
    .toSorted((a, b) => a.plan.rank - b.plan.rank)
    .map(({ plan, steps }) => ({ key: plan.key, title: plan.title, steps, state: phaseState(steps, build) }))
}

function phaseState(steps: readonly BuildStep[], build: Build): PhaseState {
  const has = (state: BuildStep['state']): boolean => steps.some((step) => step.state === state)
  if (has('failed')) return 'failed'
  if (steps.every((step) => step.state === 'reused')) return 'reused'
  if (steps.every((step) => step.state === 'done' || step.state === 'reused')) return 'done'
  if (has('cancelled') && build.outcome?.kind !== 'failed') return 'cancelled'
  const begun = steps.some((step) => step.startedAt !== null)
  if (build.endedAt !== null) return begun ? 'on-hold' : 'waiting'
  return begun ? 'running' : 'waiting'
}
