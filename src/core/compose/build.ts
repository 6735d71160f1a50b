import { composeArgs, type ComposeCommand, type ProjectPlace, type Selection } from './command'

/** Builds the named services; BuildKit's records come on stdout, one JSON object a line. */
export function build(place: ProjectPlace, selection: Selection): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, selection.profiles, 'json'), 'build', '--', ...selection.services] }
}
