import { asTyped } from '../../core/compose/command'
import { configQuiet } from '../../core/compose/config'
import { runDocker } from '../compose/run-compose'
import { couldNotRun, simpleCheck } from './check'

/** The project file is valid: Compose reads it with every profile and with this one alone. */
export const projectValid = simpleCheck('project-valid', async ({ tools, variant }, signal) => {
  for (const profiles of [['*'], [variant.id]]) {
    const call = configQuiet(tools.place, profiles)
    const command = asTyped(call)
    const ran = await runDocker({ args: call.args, folder: call.folder, seconds: 20 }, signal)
    if (ran.kind !== 'exited') return couldNotRun(command, ran)
    if (ran.code !== 0) return { verdict: 'failed', summary: 'Has an error', command, output: ran.stderr, exitCode: ran.code }
    if (profiles[0] !== '*') return { verdict: 'passed', summary: 'Yes', command, output: ran.stderr, exitCode: 0 }
  }
  return { verdict: 'could-not-run', summary: 'Nothing was asked', command: '', output: '', exitCode: null }
})
