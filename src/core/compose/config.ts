import { composeArgs, type ComposeCommand, type ProjectPlace } from './command'

/** Compose's own merged answer as JSON; runs and fetches nothing of a project without remote includes. */
export function config(place: ProjectPlace, profiles: readonly string[]): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, profiles, 'quiet'), 'config', '--format', 'json'] }
}

/** Only asks whether the file is valid: exit 0 or the reason on stderr. */
export function configQuiet(place: ProjectPlace, profiles: readonly string[]): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, profiles, 'quiet'), 'config', '--quiet'] }
}
