import { composeArgs, type ComposeCommand, type ProjectPlace, type Selection } from './command'

/** Stops the named services and keeps their containers. */
export function stop(place: ProjectPlace, selection: Selection): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, selection.profiles, 'json'), 'stop', '--', ...selection.services] }
}

/** Stops and removes the containers of the named services; volumes stay. */
export function remove(place: ProjectPlace, selection: Selection): ComposeCommand {
  return { folder: place.folder, args: [...composeArgs(place, selection.profiles, 'json'), 'rm', '--stop', '--force', '--', ...selection.services] }
}
