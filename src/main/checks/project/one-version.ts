import type { ComposeConfig } from '../../../core/project/compose-config'
import { simpleCheck, type Finding } from '../check'
import { copyLines } from '../fixes'
import { readProject, showing } from './read'

/** Only one version can run at a time: each profile starts exactly one service at the address, and all want the same one. */
export const oneVersion = simpleCheck({ id: 'one-version', turn: 'at-once' }, async (subject) => {
  const { variants } = subject.tools.project
  if (variants.length < 2) return { verdict: 'not-applicable', summary: 'There is only one', command: '', output: '', exitCode: null }
  const reads = await Promise.all(variants.map(async (v) => ({ id: v.id, read: await readProject(subject, [v.id]) })))
  const said: string[] = []
  const addresses = new Set<string>()
  const commands: string[] = []
  let wrong: string | null = null
  for (const { id, read } of reads) {
    if (read.kind === 'not-read') return read.finding
    const served = published(read.config)
    said.push(`${id}: ${served.map((s) => `${s.name} on ${s.address}`).join(', ') || 'nothing'}`)
    commands.push(read.evidence.command)
    for (const { address } of served) addresses.add(address)
    if (served.length === 0) wrong ??= `“${id}” starts nothing`
    if (served.length > 1) wrong ??= `“${id}” starts ${served.length} at once`
  }
  if (addresses.size > 1) wrong ??= 'They have different addresses'
  const evidence = showing({ command: commands.join('\n$ '), output: '', exitCode: 0 }, said)
  return wrong === null
    ? { verdict: 'passed', summary: 'Yes', ...evidence }
    : apart(wrong, { evidence, file: subject.tools.place.file, ids: variants.map((v) => v.id) })
})

function apart(
  wrong: string,
  { evidence, file, ids }: { readonly evidence: ReturnType<typeof showing>; readonly file: string; readonly ids: readonly string[] },
): Finding {
  const lines = ids.map((id) => `  facecraft-${id}:\n    profiles: [${id}]\n    ports:\n      - "127.0.0.1:8000:8000"`).join('\n')
  return {
    verdict: 'failed',
    summary: wrong,
    ...evidence,
    fix: copyLines(`Give each service one profile of its own and the same address in ${file}.`, `services:\n${lines}\n`),
  }
}

function published(config: ComposeConfig): readonly { readonly name: string; readonly address: string }[] {
  return Object.entries(config.services ?? {}).flatMap(([name, service]) =>
    (service.ports ?? [])
      .slice(0, 1)
      .flatMap((port) => (port.published === undefined ? [] : [{ name, address: `${port.host_ip ?? '0.0.0.0'}:${port.published}` }])),
  )
}
