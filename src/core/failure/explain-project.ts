import { assertNever } from '../assert-never'
import type { Words } from './explain'
import { checkAgain, showLog, tryAgain } from './explain-fixes'
import type { FailureKind } from './failure'

type ProjectFailure = Extract<
  FailureKind,
  {
    kind:
      | 'project-missing'
      | 'project-invalid'
      | 'variable-missing'
      | 'nothing-selected'
      | 'no-such-version'
      | 'dockerfile-missing'
      | 'dockerfile-invalid'
      | 'stage-missing'
      | 'file-missing'
      | 'file-ignored'
      | 'folder-missing'
      | 'folder-forbidden'
  }
>

const NOTHING_BUILT = 'Nothing was built or changed. A running app is not affected.'
const NOT_AFFECTED = 'The running app is not affected.'

/** The words for everything that is about the project's own files. */
export function projectWords(failure: ProjectFailure): Words {
  switch (failure.kind) {
    case 'project-missing':
      return {
        title: 'The project file is missing',
        why: failure.path ? `There is no "${failure.path}".` : 'The folder holds no docker-compose.yml.',
        notLost: NOT_AFFECTED,
        fixes: [checkAgain],
      }
    case 'project-invalid':
      return {
        title: failure.line === null ? 'The project file has a mistake' : `The project file has a mistake in line ${failure.line}`,
        why: sentence(failure.detail),
        notLost: NOT_AFFECTED,
        fixes: [checkAgain],
      }
    case 'variable-missing':
      return {
        title: `The setting ${failure.name} is missing`,
        why: `The project needs a value for it. Add a line ${failure.name}=… to the file .env beside the project file.`,
        notLost: NOT_AFFECTED,
        fixes: [checkAgain],
      }
    case 'nothing-selected':
      return {
        title: 'No version was chosen',
        why: 'The project starts nothing unless one of its versions is named.',
        notLost: 'Nothing was started or stopped.',
        fixes: [checkAgain],
      }
    case 'no-such-version':
      return {
        title: `There is no version called "${failure.wanted}"`,
        why: failure.known.length > 0 ? `The project has ${failure.known.join(' and ')}.` : 'The project file does not name it.',
        notLost: 'Nothing was started or stopped.',
        fixes: [checkAgain],
      }
    case 'dockerfile-missing':
      return {
        title: 'The file that says how to build is missing',
        why: `There is no "${failure.path}" in the project.`,
        notLost: NOTHING_BUILT,
        fixes: [tryAgain],
      }
    case 'dockerfile-invalid':
      return {
        title: failure.line === null ? 'The build file has a mistake' : `The build file has a mistake in line ${failure.line}`,
        why: sentence(failure.detail),
        notLost: NOTHING_BUILT,
        fixes: [tryAgain, showLog],
      }
    case 'stage-missing':
      return {
        title: `The build file has no part called "${failure.stage}"`,
        why: 'The project file asks for it. One of the two files is newer than the other.',
        notLost: NOTHING_BUILT,
        fixes: [tryAgain],
      }
    case 'file-missing':
      return {
        title: `The file "${lastPart(failure.path)}" is missing`,
        why: `There is no "${failure.path}" in ${failure.stage ? `the part "${failure.stage}" of the build` : 'the project folder'}, and it is needed.`,
        notLost: 'Finished steps are kept.',
        fixes: [tryAgain],
      }
    case 'file-ignored':
      return {
        title: `The file "${lastPart(failure.path)}" is kept away from the build`,
        why: `The build needs "${failure.path}", but a line in .dockerignore leaves it out. Remove that line.`,
        notLost: 'Finished steps are kept.',
        fixes: [tryAgain],
      }
    case 'folder-missing':
      return { title: 'A folder of the project is missing', why: `There is no "${failure.path}".`, notLost: NOTHING_BUILT, fixes: [tryAgain] }
    case 'folder-forbidden':
      return {
        title: 'Part of the project folder cannot be read',
        why: `Your account may not read "${failure.path}". It belongs to another user.`,
        notLost: NOTHING_BUILT,
        fixes: [tryAgain],
      }
    default:
      return assertNever(failure)
  }
}

function lastPart(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) || path
}

function sentence(detail: string): string {
  const text = detail.trim()
  if (text === '') return 'We do not know why.'
  return /[.!?]$/.test(text) ? text : `${text}.`
}
