import { canInstall } from './distribution.mjs'

/**
 * Decides what to do about an engine, from what was found; acts on nothing.
 * @param {{ answering?: { host: string, from: string }, denied?: { host: string, from: string }, foreignPid?: number,
 *   distribution?: { id: string }, uid?: number }} found
 * @returns {{ do: 'use', host: string, from: string } | { do: 'offer' } | { do: 'nothing', why: string }}
 */
export function planEngine({ answering, denied, foreignPid, distribution, uid }) {
  if (answering) return { do: 'use', ...answering }
  if (denied) return { do: 'nothing', why: `${denied.from} is here, but you may not use it (${denied.host}: permission denied)` }
  if (!canInstall(distribution, uid)) return { do: 'nothing', why: 'no Docker engine answers on this computer' }
  if (foreignPid !== undefined) {
    return {
      do: 'nothing',
      why: `a Docker engine runs here (process ${foreignPid}) at an address that is not a usual one: set DOCKER_HOST to it`,
    }
  }
  return { do: 'offer' }
}
