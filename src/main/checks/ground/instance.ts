import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Docker from 'dockerode'
import { asTyped, type ComposeCommand, type ProjectPlace } from '../../../core/compose/command'
import { up } from '../../../core/compose/up'
import { addressOverride } from '../../../core/project/address'
import type { Variant } from '../../../core/project/project'
import { runDocker, type Ran } from '../../compose/run-compose'
import { projectContainers } from '../../engine/containers'
import { panelFolder } from '../../files/panel-folder'
import { selectionOf, type Tools } from '../../operations/tools'
import { freePort } from './free-port'
import { isLeftover } from './names'
import { removeProject } from './remove'

/** A running app to look at: where it answers and which container it is. */
export interface Instance {
  readonly base: string
  readonly container: Docker.Container
  readonly whose: 'the person’s' | 'our own'
  /** How it was started; empty for the person's own app. */
  readonly command: string
}

/** An app of our own under a project name, port and folders of its own. */
export interface OwnInstance extends Instance {
  readonly whose: 'our own'
  /** Takes its container away and starts a new one on the same folders. */
  startAnew(signal: AbortSignal): Promise<Ran>
  readonly anewCommand: string
}

/** What came of starting one: the app, or how the start ended. */
export type Started<T> = { readonly kind: 'up'; readonly instance: T } | { readonly kind: 'not-up'; readonly command: string; readonly ran: Ran }

const UP_SECONDS = 120

/** Starts the version beside the person's own app; whoever asks for it also removes it. */
export async function startOwn(
  tools: Tools,
  { variant, name }: { readonly variant: Variant; readonly name: string },
  signal: AbortSignal,
): Promise<Started<OwnInstance>> {
  const port = await freePort()
  const place: ProjectPlace = { ...tools.place, name, overrides: moved(tools, { name, port }) }
  const run = (call: ComposeCommand): Promise<Ran> => runDocker({ args: call.args, folder: call.folder, seconds: UP_SECONDS }, signal)
  const call = up(place, selectionOf(variant))
  const anew = withForce(call)
  const ran = await run(call)
  const command = asTyped(call)
  if (ran.kind !== 'exited' || ran.code !== 0) return { kind: 'not-up', command, ran }
  const instance = async (): Promise<Docker.Container> => {
    const made = await projectContainers(tools.docker, name)
    return tools.docker.getContainer(made.find((c) => c.service === variant.main)?.id ?? name)
  }
  return {
    kind: 'up',
    instance: {
      base: `http://${tools.link.host}:${port}`,
      container: await instance(),
      whose: 'our own',
      command,
      startAnew: () => run(anew),
      anewCommand: asTyped(anew),
    },
  }
}

/** Removes an app of our own with everything that it had. */
export async function removeOwn(tools: Tools, name: string): Promise<void> {
  rmSync(overrideOf(name), { force: true })
  await removeProject(tools.docker, name)
}

/** Removes the override files of panels that were killed. */
export function removeOldOverrides(): void {
  const folder = panelFolder('checks')
  for (const file of readdirSync(folder)) if (isLeftover(file.replace(/\.yml$/, ''))) rmSync(join(folder, file), { force: true })
}

// A port of our own for every version, whatever the project's file and the person's settings say.
function moved({ project }: Tools, { name, port }: { readonly name: string; readonly port: number }): readonly string[] {
  const text = addressOverride(project, { port, who: 'this-computer' })
  if (text === null) return []
  writeFileSync(overrideOf(name), text)
  return [overrideOf(name)]
}

function overrideOf(name: string): string {
  return join(panelFolder('checks'), `${name}.yml`)
}

function withForce(call: ComposeCommand): ComposeCommand {
  const at = call.args.indexOf('--detach')
  return { ...call, args: [...call.args.slice(0, at + 1), '--force-recreate', ...call.args.slice(at + 1)] }
}
