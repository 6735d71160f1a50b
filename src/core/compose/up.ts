import { composeArgs, type ComposeCommand, type ProjectPlace, type Selection } from './command'

/** Creates and starts the named services from packages that are here: it never builds and never pulls. */
export function up(place: ProjectPlace, selection: Selection): ComposeCommand {
  return {
    folder: place.folder,
    args: [...composeArgs(place, selection.profiles, 'json'), 'up', '--detach', '--no-build', '--pull', 'never', '--', ...selection.services],
  }
}

/**
 * Creates the containers of the named services anew without starting them: an old one may hang on a network that is gone,
 * and would only say so when it is started.
 */
export function create(place: ProjectPlace, selection: Selection): ComposeCommand {
  return {
    folder: place.folder,
    args: [...composeArgs(place, selection.profiles, 'json'), 'create', '--force-recreate', '--no-build', '--pull', 'never', '--', ...selection.services],
  }
}

/** Starts containers of the named services that are made already, in the order in which they need each other. */
export function startMade(place: ProjectPlace, selection: Selection): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, selection.profiles, 'json'), 'start', '--', ...selection.services] }
}
