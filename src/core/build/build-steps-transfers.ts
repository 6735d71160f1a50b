import type { VertexStatus } from '../records/buildkit'
import type { BuildStep, Transfer } from './build'

/** The step with news of its transfers: their sum as progress, and as its size where they move bytes. */
export function withTransfers(step: BuildStep, statuses: readonly VertexStatus[]): BuildStep {
  const parts = statuses.reduce(withStatus, step.sub?.parts ?? [])
  const latest = statuses.at(-1)
  if (!latest) return step
  const open = parts.filter((part) => !part.ended)
  const bytes = sum(parts.map((part) => part.total ?? part.current))
  const known = parts.every((part) => part.total !== null)
  const sub = open.length === 0 ? keep(step, parts) : { label: labelOf(latest), current: sum(parts.map((p) => p.current)), total: known ? bytes : null, parts }
  return { ...step, bytes: bytes > 0 ? bytes : step.bytes, sub }
}

// Between two transfers the last figures stay, so that the bar does not blink.
function keep(step: BuildStep, parts: readonly Transfer[]): BuildStep['sub'] {
  return step.sub ? { ...step.sub, current: sum(parts.map((p) => p.current)), parts } : null
}

function withStatus(parts: readonly Transfer[], status: VertexStatus): readonly Transfer[] {
  // An extraction goes over the same bytes as its download, and some counts are of things: no size either way.
  const sized = !/^(resolve|extracting|unpacking|exporting|writing|naming|sending)\b/.test(status.id)
  const part: Transfer = {
    id: status.id,
    current: sized ? status.current : 0,
    total: sized ? status.total : 0,
    ended: status.completed !== null,
  }
  return parts.some((p) => p.id === part.id) ? parts.map((p) => (p.id === part.id ? part : p)) : [...parts, part]
}

function labelOf(status: VertexStatus): string {
  const text = `${status.name} ${status.id}`.trim()
  return LABELS.find(([pattern]) => pattern.test(text))?.[1] ?? status.id.slice(0, 60)
}

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/extract|unpack/, 'Unpacking'],
  [/^downloading|sha256:/, 'Downloading'],
  [/transferring|reading from stdin/, 'Reading files'],
  [/exporting layers/, 'Packing'],
  [/exporting (manifest|config|attestation)/, 'Writing the contents list'],
  [/writing image/, 'Saving'],
  [/naming to/, 'Naming'],
]

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
