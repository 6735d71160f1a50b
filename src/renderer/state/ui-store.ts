import { create } from 'zustand'
import type { Problem } from '../../core/failure/failure'
import type { Deed } from '../../core/panel/headline-words'

/** The destinations of the sidebar. */
export type Screen = 'home' | 'build' | 'checks' | 'health' | 'settings'

interface UiStore {
  readonly screen: Screen
  readonly palette: boolean
  readonly activity: boolean
  readonly messages: boolean
  /** The earlier build that is shown instead of the last one; null shows the last one. */
  readonly earlierBuild: string | null
  /** The version whose switch is previewed; null when the dialog is closed. */
  readonly switchDialog: string | null
  /** The version whose card is explained; null when the dialog is closed. */
  readonly cardHelp: string | null
  /** Why the last request was not taken on; shown in place until the next one. */
  readonly refusal: Problem | null
  /** What was asked for when it was refused, so that it can be asked for again. */
  readonly refused: Deed | null
}

const nothingOver: Omit<UiStore, 'screen'> = {
  palette: false,
  activity: false,
  messages: false,
  earlierBuild: null,
  switchDialog: null,
  cardHelp: null,
  refusal: null,
  refused: null,
}

/** What the window itself shows: the screen and what lies over it. Nothing here comes from Docker. */
export const useUi = create<UiStore>(() => ({ screen: 'home', ...nothingOver }))

/** Shows a screen and closes whatever lies over it. */
export function go(screen: Screen): void {
  useUi.setState({ screen, ...nothingOver })
}

/** Opens or closes the search for actions. */
export function showPalette(palette: boolean): void {
  useUi.setState({ palette })
}

/** Opens or closes the list of everything done. */
export function showActivity(activity: boolean): void {
  useUi.setState({ activity })
}

/** Opens or closes the app's own messages. */
export function showMessages(messages: boolean): void {
  useUi.setState({ messages })
}

/** Shows an earlier build, or the last one with null. */
export function showBuild(earlierBuild: string | null): void {
  useUi.setState({ earlierBuild })
}

/** Opens the preview of a switch to a version, or closes it with null. */
export function previewSwitch(switchDialog: string | null): void {
  useUi.setState({ switchDialog })
}

/** Opens the steps that make a version's card usable, or closes them with null. */
export function explainCard(cardHelp: string | null): void {
  useUi.setState({ cardHelp })
}

/** Shows why a request was refused, or takes it away with null. */
export function refuse(refusal: Problem | null, refused: Deed | null = null): void {
  useUi.setState({ refusal, refused })
}
