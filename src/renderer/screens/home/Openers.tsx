import { IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import { chosenVariant, runningVariant, variantStatus } from '../../../core/panel/chosen-variant'
import { about } from '../../../core/words/duration'
import { Button } from '../../kit/Button'
import { Row } from '../../kit/Rows'
import text from '../../kit/text.module.css'
import { Toggle } from '../../kit/Toggle'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import classes from './Openers.module.css'
import { openersWords } from './row-words'

/** Who can open the app, as a switch; a running app is asked about first, since it has to start again. */
export function Openers() {
  const client = useClient()
  const [asked, setAsked] = useState(false)
  const id = usePanel((s) => runningVariant(s) ?? chosenVariant(s))
  const words = usePanel((s) => openersWords(s, id))
  const running = usePanel((s) => runningVariant(s) !== null)
  const busy = usePanel((s) => s.operation !== null)
  const away = usePanel((s) => (s.side.way === 'forwarder' ? 'a moment' : about(variantStatus(s, id)?.start.seconds ?? 10)))
  if (words === null) return null
  const here = words === 'Only this computer'
  const change = (): void => {
    setAsked(false)
    void client.setAddress({ who: here ? 'network' : 'this-computer' })
  }
  if (asked && running) {
    return (
      <Row
        icon={IconWorld}
        name="Who can open it"
        end={
          <span className={classes.choice}>
            <Button size="small" onClick={() => setAsked(false)}>
              Leave it
            </Button>
            <Button size="small" onClick={change}>
              Change now
            </Button>
          </span>
        }
      >
        {here ? 'Open it to your network?' : 'Only this computer?'} <span className={text.second}>It is away for {away}.</span>
      </Row>
    )
  }
  return (
    <Row
      icon={IconWorld}
      name="Who can open it"
      end={
        <span className={classes.choice}>
          <span className={text.second} aria-hidden>
            Only this computer
          </span>
          <Toggle on={here} label="Only this computer can open it" onChange={() => (busy ? undefined : running ? setAsked(true) : change())} />
        </span>
      }
    >
      {words}
    </Row>
  )
}
