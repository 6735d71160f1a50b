import { nameByInstruction } from './step-names-general'
import { nameByStage } from './step-names-own'
import { engineStep } from './step-names-engine'

/** What a step is called, what it does in one sentence, and the phase that it belongs to. */
export interface PlainStep {
  readonly phase: string
  readonly name: string
  readonly explanation: string | null
}

/** One instruction of a Dockerfile, as BuildKit names it: `[models 2/4] RUN apt-get update`. */
export interface Instruction {
  readonly stage: string
  readonly word: string
  readonly rest: string
}

/** A name with an explanation, or null where a table knows none. */
export type Named = Pick<PlainStep, 'name' | 'explanation'> | null

/** The plain words for a vertex, from its own name. */
export function plainStep(raw: string): PlainStep {
  const instruction = readInstruction(raw)
  if (!instruction) return engineStep(raw)
  const named = nameByStage(instruction) ?? nameByInstruction(instruction)
  return { phase: instruction.stage, ...named }
}

// The brackets hold, each only where there is more than one: the target, the platform, the stage; then the place in the stage.
function readInstruction(raw: string): Instruction | null {
  const [, inside = '', word = '', rest = ''] = /^\[((?:[^\]]* )?\d+\/\d+)\] (\S+)\s*(.*)$/s.exec(raw) ?? []
  if (word === '') return null
  const stage = inside.split(' ').at(-2) ?? ''
  return { stage: stage === '' || stage.includes('/') ? 'build' : stage, word: word.toUpperCase(), rest: rest.trim() }
}
