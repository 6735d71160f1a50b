import type { ComposeService } from '../../../core/project/compose-config'
import { couldNotRun, evidenceOf, found, simpleCheck, type Evidence, type Finding } from '../check'
import { copyLines } from '../fixes'
import { readProject, showing } from './read'

const RESERVATION = `    deploy:
      resources:
        reservations:
          devices:
            - driver: nvidia
              count: all
              capabilities: [gpu]
`

/** The graphics card version asks Docker for a card: a reservation with capabilities, not two ways of choosing, no old `runtime:`. */
export const gpuProfile = simpleCheck({ id: 'gpu-profile', turn: 'at-once' }, async (subject) => {
  const { tools, variant, ground } = subject
  if (variant.kind === 'cpu') return found('not-applicable', 'Not for this version')
  const { command, ran } = await ground.file([variant.id].filter(Boolean))
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  if (ran.code !== 0) return refused(ran.stderr, { evidence: evidenceOf(command, ran), file: tools.place.file })
  const read = await readProject(subject, [variant.id].filter(Boolean))
  if (read.kind === 'not-read') return read.finding
  const service = read.config.services?.[variant.main]
  const devices = service?.deploy?.resources?.reservations?.devices ?? []
  const evidence = showing(read.evidence, [JSON.stringify({ devices, runtime: service?.runtime, gpus: service?.gpus }, null, 1)])
  const wrong = service ? fault(service) : 'There is no such service'
  if (wrong === null) return { verdict: 'passed', summary: 'Asks for a card', ...evidence }
  return { verdict: 'failed', summary: wrong, ...evidence, fix: reserve(tools.place.file) }
})

// Docker refuses the whole file then, also for the processor version.
function refused(stderr: string, { evidence, file }: { readonly evidence: Evidence; readonly file: string }): Finding {
  if (/capabilities/.test(stderr)) return { verdict: 'failed', summary: '“capabilities” is missing', ...evidence, fix: reserve(file) }
  if (/exclusive/.test(stderr)) return { verdict: 'failed', summary: 'Chooses cards in two ways', ...evidence, fix: reserve(file) }
  return { verdict: 'could-not-run', summary: 'The file has an error', ...evidence }
}

function fault(service: ComposeService): string | null {
  const devices = service.deploy?.resources?.reservations?.devices ?? []
  if (service.runtime !== undefined) return 'Uses the old “runtime”'
  if (devices.length === 0) return service.gpus === undefined && !service.devices?.length ? 'Asks for no card' : null
  if (devices.some((d) => !d.capabilities?.length)) return '“capabilities” is missing'
  if (devices.some((d) => 'count' in d && 'device_ids' in d)) return 'Chooses cards in two ways'
  return null
}

function reserve(file: string): ReturnType<typeof copyLines> {
  return copyLines(`Put these lines into the service for the graphics card in ${file}.`, RESERVATION)
}
