import { parseArgs } from 'node:util'
import { resolve } from 'node:path'

const VERBS = ['build', 'start', 'stop', 'switch', 'verify', 'status', 'inspect'] as const

/** A verb of the headless command. */
export type Verb = (typeof VERBS)[number]

/** Where `verify` writes its report, an earlier one to compare with, and whether one JSON is printed instead of events. */
export interface ReportWish {
  readonly report: string | null
  readonly compare: string | null
  /** Names of checks, separated by commas; null for all. */
  readonly only: string | null
  readonly output: 'events' | 'json'
}

/** What was asked for, or how to ask. */
export type Asked =
  | ({ readonly kind: 'asked'; readonly verb: Verb; readonly profile: string | null; readonly folder: string | null } & ReportWish)
  | { readonly kind: 'bad-usage'; readonly message: string }

const USAGE = `usage: headless ${VERBS.join('|')} [--profile cpu|gpu] [--project DIR]; inspect also takes the folder itself; verify also [--json] [--report FILE.html] [--compare EARLIER.json] [--only CHECK,CHECK]`

/** Reads the words after `headless`. */
export function readArguments(words: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        project: { type: 'string' },
        report: { type: 'string' },
        compare: { type: 'string' },
        only: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const verb = VERBS.find((v) => v === positionals[0])
    const [, folder] = positionals
    if (!verb || positionals.length > (verb === 'inspect' ? 2 : 1)) return { kind: 'bad-usage', message: USAGE }
    const project = values.project ?? folder
    const { report = null, compare = null, only = null, json = false } = values
    if (verb !== 'verify' && (json || [report, compare, only].some((word) => word !== null))) return { kind: 'bad-usage', message: USAGE }
    return {
      kind: 'asked',
      verb,
      profile: values.profile ?? null,
      folder: project === undefined ? null : resolve(project),
      report,
      compare,
      only,
      output: json ? 'json' : 'events',
    }
  } catch (error) {
    return { kind: 'bad-usage', message: `${(error as Error).message}; ${USAGE}` }
  }
}
