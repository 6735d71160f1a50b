import type { Outcome } from '../operation/operation'

/** What a build was made from and with; null where it could not be found out. */
export interface Provenance {
  /** The commit of the project's folder, where that is a git work tree. */
  readonly commit: string | null
  readonly panel: string
  readonly engine: string | null
  readonly buildkit: string | null
  readonly compose: string | null
  /** The package that came of it. */
  readonly digest: string | null
}

/** How an earlier build ended, with a failure's title. */
export type BuildResult = Exclude<Outcome, { kind: 'failed' }> | { readonly kind: 'failed'; readonly title: string }

/** One of the builds on disk that have ended, as the history lists it. */
export interface BuildRow {
  readonly id: string
  readonly variant: string
  readonly startedAt: number
  readonly endedAt: number
  readonly result: BuildResult
  readonly provenance: Provenance | null
}

/** What a build was made from and with, in technical words: "commit 1a2b3c4", "Docker 28.1.1". */
export function provenanceWords({ commit, digest, panel, engine, buildkit, compose }: Provenance): readonly string[] {
  return [
    commit === null ? null : `commit ${commit.slice(0, 7)}`,
    digest === null ? null : `package ${digest.replace('sha256:', '').slice(0, 12)}`,
    `panel ${panel}`,
    engine === null ? null : `Docker ${engine}`,
    buildkit === null ? null : `BuildKit ${buildkit.replace(/^v/, '')}`,
    compose === null ? null : `Compose ${compose.replace(/^v/, '')}`,
  ].filter((word) => word !== null)
}
