import type { Build, BuildStep } from '../../../core/build/build'
import { createLogLines } from '../../../core/build/build-view-log'
import { followSaving } from '../../kit/log/follow-saving'
import type { ShownLog } from '../../kit/log/shown-log'
import type { LogSource } from '../../kit/terminal/log-view'
import type { PanelClient } from '../../state/client'
import { usePanelStore } from '../../state/panel-store'
import { quietSteps } from './quiet-steps'

const RETRY_MS = 1000
const LAST_WORDS_MS = 300
const COUNT_EVERY_MS = 250
/** Nobody reads faster, and drawing takes time from what is drawn. */
const REST_MS = 250

/** Which log: a build's, of everything or of one step. */
export interface LogChoice {
  readonly build: string
  readonly only: string | null
  /** The build itself where it is an earlier one; null for the last one, which still changes. */
  readonly earlier: Build | null
}

/** The log of a build, or of one of its steps. */
export function buildLog(client: PanelClient, { build, only, earlier }: LogChoice): ShownLog {
  const stepsNow = (): readonly BuildStep[] => (earlier ?? usePanelStore.getState().state.build)?.steps ?? []
  return {
    source: logSource(client, { build, only, earlier }),
    lines: () => createLogLines((id) => stepsNow().find((step) => step.id === id)),
    only,
    quietSteps: only === null ? () => quietSteps(stepsNow) : () => () => [],
    find: (ask) => client.findInLog({ build, ...(only === null ? {} : { step: only }), ...ask }),
    save: (told, signal) => followSaving((until) => client.saveLog({ build }, { signal: until }), told, signal),
  }
}

// As the main process keeps it; it grows when the announced length does.
function logSource(client: Pick<PanelClient, 'readLog' | 'logPlace' | 'countLog'>, { build, only, earlier }: LogChoice): LogSource {
  return {
    read: (from, to) => client.readLog({ build, from, ...(to === undefined ? {} : { to }) }),
    back: (lines, before) =>
      client.logPlace({ build, place: { kind: 'last', lines, ...(before === undefined ? {} : { before }), ...(only === null ? {} : { step: only }) } }),
    length: () => {
      const shown = earlier ?? usePanelStore.getState().state.build
      return shown?.id === build ? shown.logBytes : 0
    },
    count: (from) => client.countLog({ build, from, ...(only === null ? {} : { step: only }) }),
    again: () => pause(RETRY_MS),
    pause: () => pause(COUNT_EVERY_MS),
    rest: (signal) => reached(build, Infinity, AbortSignal.any([signal, AbortSignal.timeout(REST_MS)])),
    // The end may be announced before its last lines can be read.
    grown: (from, signal) => (isLonger(build, from) ? pause(LAST_WORDS_MS) : reached(build, from, signal)),
  }
}

function isLonger(build: string, length: number): boolean {
  const now = usePanelStore.getState().state.build
  return now?.id !== build || now.logBytes > length || now.endedAt !== null
}

// Resolves when the log is longer, when it has ended, or when the signal is aborted.
function reached(build: string, length: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = usePanelStore.subscribe(look)
    signal.addEventListener('abort', done, { once: true })
    look()
    function look(): void {
      if (isLonger(build, length) || signal.aborted) done()
    }
    function done(): void {
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
