import type Docker from 'dockerode'
import type { ProjectPlace } from '../../core/compose/command'
import type { Outcome, StageName } from '../../core/operation/operation'
import type { PanelChange } from '../../core/panel/panel'
import type { Project, Variant } from '../../core/project/project'
import type { EngineLink } from '../engine/connect'
import type { AppWatch } from '../health/watch-app'
import type { Hub } from '../hub'

/** What a recipe works with: the state, the engine that answers, the project and who watches the app. */
export interface Tools {
  readonly hub: Hub
  readonly docker: Docker
  readonly link: EngineLink
  readonly place: ProjectPlace
  readonly project: Project
  readonly app: AppWatch
  /** Reads again what is known of the versions: packages, measured times. */
  refreshVariants(): Promise<void>
}

/** What a recipe tells while it works: the stretch it is in, or a change of the state. */
export type Telling = { readonly stage: StageName } | PanelChange

/** A button as prose: tells its stages one by one and returns how it ended. */
export type Recipe = (tools: Tools, signal: AbortSignal) => AsyncGenerator<Telling, Outcome>

/** The version with this id in the project, or undefined. */
export function variantIn(project: Project, id: string): Variant | undefined {
  return project.variants.find((v) => v.id === id)
}

/** The services of a version, selected for a Compose verb. */
export function selectionOf(variant: Variant): { readonly profiles: readonly string[]; readonly services: readonly string[] } {
  return { profiles: variant.profiles ?? (variant.id === '' ? [] : [variant.id]), services: variant.services }
}
