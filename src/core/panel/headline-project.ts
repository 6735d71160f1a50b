import { assertNever } from '../assert-never'
import type { Headline } from './headline-words'
import type { PanelState } from './panel'

/** The headline while the project's file is being read or cannot be used; null when it can. */
export function projectHeadline(state: PanelState): Headline | null {
  const { project } = state
  switch (project.kind) {
    case 'usable':
      return null
    case 'reading':
      return {
        pill: { mark: 'ring', tone: 'work', word: 'Opening', more: null },
        task: null,
        title: 'Opening Facecraft',
        sentence: 'This takes a moment. Nothing to do.',
        primary: null,
        secondary: [],
        problem: null,
      }
    case 'unusable':
      return {
        pill: { mark: 'cross', tone: 'bad', word: 'File has an error', more: null },
        task: null,
        title: 'Facecraft cannot be opened',
        sentence: 'Its project file needs a look first. Nothing was started or stopped.',
        primary: { label: 'Check again', deed: { kind: 'check-again' } },
        secondary: [],
        problem: project.problem,
      }
    default:
      return assertNever(project)
  }
}
