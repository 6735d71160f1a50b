import type { CheckFix } from '../../core/check/check'

/** Building again makes a package from the project's own files. */
export const buildAgain: CheckFix = {
  label: 'Build again',
  explains: 'Makes the package anew from the project’s own files; what runs goes on until it is done.',
  does: { kind: 'build' },
}

/** Shows what the build said. */
export const showBuild: CheckFix = {
  label: 'Show the build',
  explains: 'The step that failed and its own words are on the Build screen.',
  does: { kind: 'show-build' },
}

/** Shows what the app said. */
export const showMessages: CheckFix = { label: 'App messages', explains: 'The app’s last messages tell why.', does: { kind: 'show-messages' } }

/** Stops the running app and starts the package that was built last. */
export const restartApp: CheckFix = { label: 'Restart', explains: 'Starts what was built last; finished photos stay.', does: { kind: 'restart' } }

/** Gives the folders with photos back to the app's own user. */
export const repairFolders: CheckFix = {
  label: 'Repair the folder’s owner',
  explains: 'Gives both folders and the photos in them to the app’s own user; nothing in them is changed or deleted.',
  does: { kind: 'repair-folders' },
}

/** Closes the address to everyone but this computer, by a file of the panel's own. */
export const onlyThisComputer: CheckFix = {
  label: 'Only this computer',
  explains: 'Closes the address to others; if the app runs, it is started again. The project’s own file stays as it is.',
  does: { kind: 'only-here' },
}

/** A correction of a file, to be put there by a person: the panel never rewrites the project's files by itself. */
export function copyLines(explains: string, text: string): CheckFix {
  return { label: 'Copy the correction', explains, does: { kind: 'copy', text } }
}
