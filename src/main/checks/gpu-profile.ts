import { asTyped } from '../../core/compose/command'
import { config } from '../../core/compose/config'
import { composeConfig } from '../../core/project/compose-config'
import { kindOf } from '../../core/project/variants'
import { runDocker } from '../compose/run-compose'
import { couldNotRun, found, simpleCheck } from './check'

/** The graphics card version asks Docker for a card, in words that Docker reads. */
export const gpuProfile = simpleCheck('gpu-profile', async ({ tools, variant }, signal) => {
  if (variant.kind === 'cpu') return found('not-applicable', 'Not for this version')
  const call = config(tools.place, [variant.id])
  const command = asTyped(call)
  const ran = await runDocker({ args: call.args, folder: call.folder, seconds: 20 }, signal)
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  if (ran.code !== 0) return { verdict: 'failed', summary: 'Has an error', command, output: ran.stderr, exitCode: ran.code }
  const service = composeConfig.parse(JSON.parse(ran.stdout)).services?.[variant.main]
  const reserved = JSON.stringify(service?.deploy?.resources?.reservations?.devices ?? [], null, 1)
  const asks = service !== undefined && kindOf(service) !== 'cpu'
  return { verdict: asks ? 'passed' : 'failed', summary: asks ? 'Asks for a card' : 'Asks for no card', command, output: reserved, exitCode: 0 }
})
