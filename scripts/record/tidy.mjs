const LOG_BYTES = 3000
const ALL_LOG_BYTES = 4000
// Of a repeated download, one line a second: the last try tells as much.
const COUNTING = /Retrying in \d+ seconds?/

/** A recording: what was typed and said, without this machine's paths, and only the records that matter. */
export function tidy({ failure, said, args, version, machine }) {
  const clean = cleaner(machine)
  const { records, output, left } = split(said.stdout)
  return {
    name: failure.name,
    what: failure.what,
    context: failure.context ?? 'build',
    command: clean(['docker', ...args].join(' ')),
    code: said.code,
    engine: version,
    files: Object.keys(said.files ?? {}),
    trimmed: left > 0 ? `${left} records of steps that went well were left out` : 'nothing was left out',
    records: records.map((record) => JSON.parse(clean(JSON.stringify(record)))),
    output: output.map(clean),
    stderr: said.stderr
      .split('\n')
      .filter((line) => line.trim() !== '' && !COUNTING.test(line))
      .filter(farFromMiddle)
      .map(clean),
  }
}

// 192.0.2.1 stands for this computer's own address in its network and 192.0.2.53 for its name server, as in documentation.
function cleaner({ folder, project, store, address }) {
  return (text) =>
    text
      .replaceAll(project, '/project')
      .replaceAll(folder, '/elsewhere')
      .replaceAll(encodeURIComponent(folder), '%2Felsewhere')
      .replaceAll(store, '/var/lib/docker')
      .replaceAll(address, '192.0.2.1')
      .replace(/ on [\d.]+:53\b/g, ' on 192.0.2.53:53')
}

// Of a long output its beginning and its end.
function farFromMiddle(_, place, lines) {
  return place < 5 || place >= lines.length - 55
}

// Standard output holds records of the build, or plain text where a verb prints some.
function split(stdout) {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map(fromJson)
  const all = parsed.filter((r) => r?.vertexes || r?.statuses || r?.logs || r?.warnings)
  const bad = new Set(
    all
      .flatMap((r) => r.vertexes ?? [])
      .filter((v) => v.error)
      .map((v) => v.digest),
  )
  const unfinished = openVertexes(all)
  const matters = (id) => bad.has(id) || unfinished.has(id)
  const kept = all.map((r) => pick(r, matters)).filter(Boolean)
  const logs = lastLogs(kept.filter((r) => r.logs))
  const records = kept.filter((r) => !r.logs || logs.includes(r))
  const output = lines.filter((_, i) => !all.includes(parsed[i])).slice(-60)
  return { records, output, left: all.length - records.length }
}

// By bytes, not by records: some programs write letter by letter.
function lastLogs(records) {
  let bytes = 0
  const from = records.findLastIndex((record) => (bytes += record.logs.reduce((sum, log) => sum + Buffer.from(log.data, 'base64').length, 0)) > ALL_LOG_BYTES)
  return records.slice(from + 1)
}

function openVertexes(all) {
  const open = new Set()
  for (const vertex of all.flatMap((r) => r.vertexes ?? [])) {
    if (vertex.completed) open.delete(vertex.digest)
    else if (vertex.started) open.add(vertex.digest)
  }
  return open
}

function pick(record, matters) {
  const vertexes = record.vertexes?.filter((v) => matters(v.digest))
  const logs = record.logs?.filter((l) => matters(l.vertex)).map(shorten)
  if (!vertexes?.length && !logs?.length) return undefined
  return { ...(vertexes?.length && { vertexes }), ...(logs?.length && { logs }) }
}

function shorten(log) {
  const bytes = Buffer.from(log.data, 'base64')
  return bytes.length > LOG_BYTES ? { ...log, data: bytes.subarray(-LOG_BYTES).toString('base64') } : log
}

function fromJson(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
