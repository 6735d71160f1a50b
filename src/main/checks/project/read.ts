import { composeConfig, type ComposeConfig } from '../../../core/project/compose-config'
import { couldNotRun, evidenceOf, type Evidence, type Finding, type Subject } from '../check'

/** The project's file as Compose reads it, or the finding that says why it cannot be read. */
export type Read =
  | { readonly kind: 'read'; readonly config: ComposeConfig; readonly evidence: Evidence; readonly warnings: string }
  | { readonly kind: 'not-read'; readonly finding: Finding }

/** Reads the file with these profiles, once for all checks of a run. */
export async function readProject({ ground }: Subject, profiles: readonly string[]): Promise<Read> {
  const { command, ran } = await ground.file(profiles)
  if (ran.kind !== 'exited') return { kind: 'not-read', finding: couldNotRun(command, ran) }
  if (ran.code !== 0) return { kind: 'not-read', finding: { verdict: 'could-not-run', summary: 'The file has an error', ...evidenceOf(command, ran) } }
  return { kind: 'read', config: composeConfig.parse(JSON.parse(ran.stdout)), evidence: { command, output: '', exitCode: 0 }, warnings: ran.stderr }
}

/** The same evidence with the few words of the output that a check is about. */
export function showing(evidence: Evidence, lines: readonly string[]): Evidence {
  return { ...evidence, output: lines.join('\n') }
}
