import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import type { Variant, VariantStatus } from '../../core/project/project'
import { containerOnPort, portIsFree } from '../engine/port'
import { isConsented } from '../project/consents-kept'
import { otherFolder } from './other-folder'
import type { Tools } from './tools'

const PORTS_TRIED = 20

/** What stands in the way of starting a version, found before anything is touched; null when nothing does. */
export async function preflight(tools: Tools, variant: Variant): Promise<Problem | null> {
  const status = tools.hub.state().variants.find((v) => v.id === variant.id)
  if (status?.blocked) return explain({ kind: 'no-graphics-card', reason: status.blocked, variant: variant.id }, cardEvidence(status))
  return consentNeeded(tools) ?? (await otherFolder(tools)) ?? (await portTaken(tools, variant))
}

function cardEvidence({ card }: VariantStatus): readonly string[] {
  return (card?.looked ?? []).map(({ what, found }) => `${what}: ${found}`)
}

function consentNeeded({ project }: Tools): Problem | null {
  const hazards = (project.hazards ?? []).map((h) => h.words)
  if (hazards.length === 0 || isConsented(project.consent ?? '')) return null
  return explain({ kind: 'consent-needed', hazards, consent: project.consent ?? '' }, hazards)
}

async function portTaken(tools: Tools, variant: Variant): Promise<Problem | null> {
  const local = tools.link.host === '127.0.0.1'
  if (!variant.port || !local) return null
  const { address, port } = variant.port
  const owner = await containerOnPort(tools.docker, port)
  if (owner?.project === tools.project.name) return null
  if (!owner && (await portIsFree(address, port))) return null
  const instead = await freePortAfter(address, port)
  return explain({ kind: 'port-taken', port, owner: owner?.name ?? null, ...(instead === null ? {} : { instead }) }, [])
}

async function freePortAfter(address: string, port: number): Promise<number | null> {
  for (let next = port + 1; next <= port + PORTS_TRIED; next++) if (await portIsFree(address, next)) return next
  return null
}
