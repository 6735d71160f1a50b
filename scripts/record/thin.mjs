const LOGS_A_STEP = 3
const LOG_BYTES = 400

/**
 * A build's records with most output left out: of each step the first few pieces, shortened, and every mark of a gap.
 * Statuses that only move a bar are left out too, but the first and the last of each.
 */
export function thin(records) {
  const logs = new Map()
  const bars = new Map()
  const lines = records.split('\n').filter((line) => line.startsWith('{'))
  return lines
    .map((line) => slim(JSON.parse(line), { logs, bars }))
    .filter(Boolean)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
}

function slim(record, seen) {
  const kept = {
    ...(record.vertexes && { vertexes: record.vertexes }),
    ...(record.warnings && { warnings: record.warnings }),
    ...some(
      'statuses',
      record.statuses?.filter((status) => wanted(status, seen.bars)),
    ),
    ...some('logs', record.logs?.filter((log) => few(log, seen.logs)).map(shorten)),
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

function some(key, list) {
  return list?.length > 0 ? { [key]: list } : {}
}

function wanted(status, bars) {
  const key = `${status.vertex} ${status.id}`
  const first = !bars.has(key)
  bars.set(key, status)
  return first || status.completed
}

function few(log, logs) {
  const count = logs.get(log.vertex) ?? 0
  logs.set(log.vertex, count + 1)
  return count < LOGS_A_STEP || Buffer.from(log.data, 'base64').includes('[output clipped')
}

function shorten(log) {
  const bytes = Buffer.from(log.data, 'base64')
  return bytes.length > LOG_BYTES && !bytes.includes('[output clipped') ? { ...log, data: bytes.subarray(0, LOG_BYTES).toString('base64') } : log
}
