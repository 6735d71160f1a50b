import { sharedClock } from './shared-clock'

/** Calls back once a second while the window can be seen; all running clocks share one timer. */
export const everySecond = sharedClock(() => 1000).follow
