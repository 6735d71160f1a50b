/** The systems that Docker comes to in different ways. */
export type Platform = 'windows' | 'mac' | 'linux'

/** The system this window runs on. */
export function platform(): Platform {
  const agent = navigator.userAgent
  if (agent.includes('Windows')) return 'windows'
  return agent.includes('Mac OS') ? 'mac' : 'linux'
}
