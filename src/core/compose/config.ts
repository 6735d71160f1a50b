import { composeArgs, type ComposeCommand, type ProjectPlace } from './command'

/** Compose's own merged answer as JSON; runs and fetches nothing of a project without remote includes. */
export function config(place: ProjectPlace, profiles: readonly string[]): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, profiles, 'quiet'), 'config', '--format', 'json'] }
}
