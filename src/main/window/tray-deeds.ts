import { createRouterClient } from '@orpc/server'
import type { Deed } from '../../core/panel/headline-words'
import type { News } from '../../core/panel/news'
import type { answerRequests } from '../requests'

/** Does what an entry of the tray says; what needs a person's eye opens the window. */
export async function performFromTray(
  requests: ReturnType<typeof answerRequests>,
  deed: Deed,
  open: (place: News['place'], switchTo?: string | null) => void,
): Promise<void> {
  const client = createRouterClient(requests)
  switch (deed.kind) {
    case 'open':
      return client.openLink({ link: deed.link })
    case 'start':
      if ((await client.start({ variant: deed.variant })).kind === 'refused') open('home')
      return
    case 'stop':
      if ((await client.stop()).kind === 'refused') open('home')
      return
    case 'preview-switch':
      return open('home', deed.variant)
    default:
      return open('home')
  }
}
