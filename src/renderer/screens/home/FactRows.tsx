import { IconArrowUpRight, IconHeartbeat, IconHistory, IconListCheck, IconPhoto } from '@tabler/icons-react'
import { hourConclusion, hourInterruptions } from '../../../core/health/health-view'
import { runningVariant } from '../../../core/panel/chosen-variant'
import { Row, Rows } from '../../kit/Rows'
import { Ticks } from '../../kit/Ticks'
import { Toggle } from '../../kit/Toggle'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import { go } from '../../state/ui-store'
import text from '../../kit/text.module.css'
import { Openers } from './Openers'
import { checksWords, lastRunWords, photosWords } from './row-words'

/** What else is worth knowing, in the order of how soon it matters. */
export function FactRows() {
  const running = usePanel(runningVariant)
  return <Rows label="More about Facecraft">{running === null ? <WhileStopped /> : <WhileRunning />}</Rows>
}

function WhileStopped() {
  const last = usePanel((s) => lastRunWords(s, Date.now()))
  return (
    <>
      <WhenReady />
      <Openers />
      <Checks />
      {last === null ? null : (
        <Row icon={IconHistory} name="Last run" onOpen={() => go('health')}>
          {last}
        </Row>
      )}
    </>
  )
}

function WhileRunning() {
  const hour = usePanel((s) => s.hour)
  const incidents = usePanel((s) => s.incidents)
  const saved = usePanel((s) => s.service?.savedPhotos ?? null)
  return (
    <>
      {hour.length === 0 ? null : (
        <Row icon={IconHeartbeat} name="Last hour" onOpen={() => go('health')}>
          <Ticks minutes={hour} label={hourConclusion(hour)} />
          <span className={text.second}>{hourInterruptions(hour, incidents)}</span>
        </Row>
      )}
      <Checks />
      {saved === null ? null : (
        <Row icon={IconPhoto} name="Finished photos">
          {photosWords(saved)}
        </Row>
      )}
      <Openers />
    </>
  )
}

function WhenReady() {
  const client = useClient()
  const on = usePanel((s) => s.settings.openWhenReady)
  const toggle = <Toggle on={on} label="Open Facecraft in the browser when it is ready" onChange={(next) => void client.setSettings({ openWhenReady: next })} />
  return (
    <Row icon={IconArrowUpRight} name="When it is ready" end={toggle}>
      {on ? 'Open Facecraft in the browser' : 'Stay here'}
    </Row>
  )
}

function Checks() {
  const words = usePanel((s) => checksWords(s.checks))
  return (
    <Row icon={IconListCheck} name="Checks" onOpen={() => go('checks')}>
      {words}
    </Row>
  )
}
