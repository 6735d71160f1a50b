import type { LinkId } from '../../../core/failure/failure'
import type { Platform } from './platform'

/** What getting Docker means on a system, before anything is downloaded. */
export interface DockerFacts {
  readonly get: string
  readonly link: LinkId
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
}

const PRICE = 'Free at home and in small companies. Larger ones need a subscription.'

/** What Docker brings with it, by system; sizes and times are round figures. */
export const dockerFacts: Record<Platform, DockerFacts> = {
  windows: {
    get: 'Get Docker Desktop',
    link: 'docker-desktop',
    title: 'What Docker Desktop brings with it',
    facts: [
      ['Download', 'About 600 MB'],
      ['On disk', 'About 3 GB'],
      ['Takes', 'About 10 minutes and one restart'],
      ['Changes', 'Adds one program that starts when you sign in. You can turn that off.'],
      ['Undo', 'Uninstall it in Windows Settings, Apps'],
      ['Price', PRICE],
    ],
  },
  mac: {
    get: 'Get Docker Desktop',
    link: 'docker-desktop',
    title: 'What Docker Desktop brings with it',
    facts: [
      ['Download', 'About 600 MB'],
      ['On disk', 'About 2 GB'],
      ['Takes', 'About 5 minutes'],
      ['Changes', 'Adds one program that starts when you sign in. You can turn that off.'],
      ['Undo', 'In Docker Desktop, Troubleshoot, Uninstall'],
      ['Price', PRICE],
    ],
  },
  linux: {
    get: 'Get Docker',
    link: 'docker-linux',
    title: 'What Docker brings with it',
    facts: [
      ['Download', 'About 120 MB'],
      ['On disk', 'About 500 MB'],
      ['Takes', 'About 5 minutes, and your password'],
      ['Changes', 'Adds a service that starts with the computer. You can turn that off.'],
      ['Undo', 'Remove its packages again'],
      ['Price', 'Free and open source'],
    ],
  },
}
