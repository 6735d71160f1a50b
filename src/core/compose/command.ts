/** Where a Compose project lies and under which name the engine knows it. */
export interface ProjectPlace {
  readonly folder: string
  readonly file: string
  /** Files of the panel that change the address; the project's own files are never touched. */
  readonly overrides?: readonly string[]
  /** Null only while the name is still to be read from the file. */
  readonly name: string | null
}

/** A Compose verb as a description: arguments after `docker`, to be run by the one runner. */
export interface ComposeCommand {
  readonly args: readonly string[]
  readonly folder: string
}

/** What selects the services of a verb: the profiles to switch on and the services to name. */
export interface Selection {
  readonly profiles: readonly string[]
  readonly services: readonly string[]
}

/** How the command reports: for people, or one JSON record a line. */
export type Progress = 'quiet' | 'json'

/** The arguments that every verb shares; the project's name and folder are always said, profiles always named. */
export function composeArgs(place: ProjectPlace, profiles: readonly string[], progress: Progress): readonly string[] {
  return [
    'compose',
    ...['--progress', progress],
    ...['--project-directory', place.folder, ...[place.file, ...(place.overrides ?? [])].flatMap((f) => ['-f', f])],
    ...(place.name === null ? [] : ['-p', place.name]),
    ...profiles.flatMap((p) => ['--profile', p]),
  ]
}

/** The command as a person would type it, for evidence and "Show the commands". */
export function asTyped(command: ComposeCommand): string {
  return ['docker', ...command.args].map((a) => (/^[\w@%+=:,./-]+$/.test(a) ? a : `'${a.replaceAll("'", `'\\''`)}'`)).join(' ')
}
