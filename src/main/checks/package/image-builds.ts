import { build } from '../../../core/compose/build'
import { asTyped } from '../../../core/compose/command'
import { buildImages } from '../../operations/build-images'
import { selectionOf } from '../../operations/tools'
import type { Check } from '../check'
import { showBuild } from '../fixes'

/** The package builds from the project's own file; finished steps are reused. */
export const imageBuilds: Check = {
  id: 'image-builds',
  turn: 'at-once',
  async *run({ tools, variant }, signal) {
    const command = asTyped(build(tools.place, selectionOf(variant)))
    const outcome = yield* buildImages(tools, variant, signal)
    const steps = tools.hub.state().build?.steps ?? []
    const reused = steps.filter((s) => s.state === 'reused').length
    const output = steps.map((s) => `${s.state.padEnd(9)} ${s.raw}`).join('\n')
    switch (outcome.kind) {
      case 'succeeded':
        return { verdict: 'passed', summary: reused > 0 ? `${steps.length} steps, ${reused} reused` : `${steps.length} steps`, command, output, exitCode: 0 }
      case 'failed':
        return { verdict: 'failed', summary: outcome.problem.title, command, output: outcome.problem.evidence.join('\n'), exitCode: 1, fix: showBuild }
      case 'cancelled':
      case 'interrupted':
        return { verdict: 'could-not-run', summary: 'Cancelled', command, output, exitCode: null }
    }
  },
}
