import type { Fix, LinkId } from './failure'

/** Does the same again; finished steps of a build are kept. */
export const tryAgain: Fix = { kind: 'try-again', label: 'Try again' }

/** Looks again at this computer and the project. */
export const checkAgain: Fix = { kind: 'check-again', label: 'Check again' }

/** Starts Docker. */
export const startEngine: Fix = { kind: 'start-engine', label: 'Start Docker' }

/** Shows what Docker printed. */
export const showLog: Fix = { kind: 'show-log', label: 'Show the log' }

/** Goes on with the version for the processor. */
export const useProcessor: Fix = { kind: 'use-variant', label: 'Use the processor', variant: 'cpu' }

/** Lets the app answer at another address; the project's file stays as it is. */
export function usePort(port: number): Fix {
  return { kind: 'use-port', label: `Use ${port} instead`, port }
}

/** Stops the app. */
export const stopApp: Fix = { kind: 'stop', label: 'Stop Facecraft' }

/** Opens a page outside the panel. */
export function openLink(label: string, link: LinkId): Fix {
  return { kind: 'open-link', label, link }
}
