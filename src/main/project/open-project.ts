import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ComposeCommand, ProjectPlace } from '../../core/compose/command'
import { asTyped } from '../../core/compose/command'
import { config } from '../../core/compose/config'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { recognise } from '../../core/failure/recognise'
import { composeConfig, type ComposeConfig } from '../../core/project/compose-config'
import type { ProjectState } from '../../core/panel/panel'
import { variantsOf } from '../../core/project/variants'
import { runDocker } from '../compose/run-compose'

const READ_SECONDS = 20

/** Reads the Compose project in `place` through Compose itself; runs and changes nothing. */
export async function openProject(place: ProjectPlace, signal: AbortSignal): Promise<ProjectState> {
  if (!(await isFile(join(place.folder, place.file)))) {
    return unusable(explain({ kind: 'project-missing', path: join(place.folder, place.file) }, []))
  }
  const read = await readConfig(config(place, ['*']), signal)
  if (read.kind === 'refused') return unusable(read.problem)
  const variants = variantsOf(read.config)
  return { kind: 'usable', project: { name: place.name ?? read.config.name, folder: place.folder, variants } }
}

type Read = { readonly kind: 'read'; readonly config: ComposeConfig } | { readonly kind: 'refused'; readonly problem: Problem }

async function readConfig(command: ComposeCommand, signal: AbortSignal): Promise<Read> {
  const ran = await runDocker({ args: command.args, folder: command.folder, seconds: READ_SECONDS }, signal)
  switch (ran.kind) {
    case 'exited': {
      if (ran.code === 0) return { kind: 'read', config: composeConfig.parse(JSON.parse(ran.stdout)) }
      const lines = ran.stderr.split('\n').filter(Boolean)
      return { kind: 'refused', problem: explain(recognise({ command: asTyped(command), code: ran.code, lines, context: 'config' }), lines) }
    }
    case 'not-found':
      return { kind: 'refused', problem: explain({ kind: 'compose-missing' }, []) }
    case 'cancelled':
    case 'timed-out': {
      const why = ran.kind === 'cancelled' ? 'reading was cancelled' : `reading took longer than ${ran.seconds} s`
      return { kind: 'refused', problem: explain({ kind: 'project-invalid', line: null, detail: why }, [asTyped(command)]) }
    }
  }
}

function unusable(problem: Problem): ProjectState {
  return { kind: 'unusable', problem }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isFile(),
    () => false,
  )
}
