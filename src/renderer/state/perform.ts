import { assertNever } from '../../core/assert-never'
import type { Deed } from '../../core/panel/headline-words'
import type { Accepted } from '../../shared/contract'
import type { PanelClient } from './client'
import { explainCard, go, previewSwitch, refuse, showMessages } from './ui-store'

/** Does what a button says; a refusal is shown in place, never swallowed. */
export async function perform(client: PanelClient, deed: Deed): Promise<void> {
  refuse(null)
  switch (deed.kind) {
    case 'start':
      return answer(await client.start({ variant: deed.variant }), deed)
    case 'restart':
      return answer(await client.restart({ variant: deed.variant }), deed)
    case 'start-last-good':
      return answer(await client.startLastGood({ variant: deed.variant }), deed)
    case 'build':
      return answer(await client.build({ variant: deed.variant }), deed)
    case 'verify':
      return answer(await client.verify({ variant: deed.variant }), deed)
    case 'stop':
      return answer(await client.stop(), deed)
    case 'stop-version':
      return answer(await client.stopVersion({ variant: deed.variant, beside: deed.beside }), deed)
    case 'stop-and-show':
      // Going there takes an earlier refusal away, and must not take this one.
      show('messages')
      return answer(await client.stop(), deed)
    case 'go-on':
      return client.goOn()
    case 'start-engine':
      return answer(await client.startEngine(), deed)
    case 'consent':
      await client.consent({ consent: deed.consent })
      return answer(await client.start({ variant: deed.variant }), deed)
    case 'use-port':
      await client.setAddress({ port: deed.port })
      return answer(await client.start({ variant: deed.variant }), deed)
    case 'take-over':
      await client.takeOver({ token: deed.token })
      return perform(client, deed.again)
    case 'choose':
      return client.choose({ variant: deed.variant })
    case 'cancel':
      return client.cancel({ id: deed.id })
    case 'check-again':
      return client.checkAgain()
    case 'open':
      return client.openLink({ link: deed.link })
    case 'dismiss':
      return client.dismissNotice()
    case 'preview-switch':
      return previewSwitch(deed.variant)
    case 'card-help':
      return explainCard(deed.variant)
    case 'show':
      return show(deed.place)
    default:
      return assertNever(deed)
  }
}

function answer(accepted: Accepted, deed: Deed): void {
  if (accepted.kind === 'refused') refuse(accepted.problem, deed)
}

function show(place: Extract<Deed, { kind: 'show' }>['place']): void {
  go(place === 'messages' ? 'health' : place)
  if (place === 'messages') showMessages(true)
}
