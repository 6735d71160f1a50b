import type Docker from 'dockerode'
import type { Project } from '../../core/project/project'
import type { AppWatch } from '../health/watch-app'
import { followVersion } from './follow-version'
import { messageStore } from './message-store'

/** Whose messages to keep: a project's versions, as they are watched. */
export interface Kept {
  readonly docker: Docker
  readonly project: Project
  readonly watch: Pick<AppWatch, 'containers' | 'nextLook'>
}

let going: Promise<unknown> = Promise.resolve()

/** Keeps what each version's app writes, until the signal is aborted; whoever kept them before must have ended. */
export function keepMessages({ docker, project, watch }: Kept, signal: AbortSignal): void {
  going = going.then(() =>
    Promise.all(
      project.variants.map((variant) => {
        const containers = () => watch.containers().filter((c) => c.service === variant.main)
        return followVersion({ docker, store: messageStore(variant.id), containers, nextLook: watch.nextLook }, signal)
      }),
    ).catch(() => undefined),
  )
}
