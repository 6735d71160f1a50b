import {
  IconArrowUpRight,
  IconBell,
  IconBrightness,
  IconEyeOff,
  IconFolder,
  IconInfoCircle,
  IconListCheck,
  IconLogin2,
  IconPackage,
  IconSwitchHorizontal,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { EngineState } from '../../../core/engine/engine'
import { notThisProject } from '../../../core/panel/pause'
import { size } from '../../../core/words/size'
import type { About } from '../../../shared/contract'
import { CopyButton } from '../../kit/CopyButton'
import { Row, Rows } from '../../kit/Rows'
import { Segments } from '../../kit/Segments'
import { Toggle } from '../../kit/Toggle'
import text from '../../kit/text.module.css'
import { engineWords } from '../../shell/engine-words'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'
import classes from './SettingsScreen.module.css'

const WITHOUT_PAUSE = 'Both versions run for a moment, behind a small forwarder that holds the address'

const looks = [
  { value: 'auto', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** What a person can set, and where things are. */
export function SettingsScreen() {
  const client = useClient()
  const settings = usePanel((s) => s.settings)
  const look = <Segments label="Appearance" value={settings.appearance} options={looks} onChange={(appearance) => void client.setSettings({ appearance })} />
  const opens = (
    <Toggle
      on={settings.openWhenReady}
      label="Open Facecraft in the browser when it is ready"
      onChange={(openWhenReady) => void client.setSettings({ openWhenReady })}
    />
  )
  const checks = (
    <Toggle
      on={settings.checkAfterBuild}
      label="Run all checks after each build"
      onChange={(checkAfterBuild) => void client.setSettings({ checkAfterBuild })}
    />
  )
  const tells = (
    <Toggle
      on={settings.notifications}
      label="Tell me what happens while I do not look"
      onChange={(notifications) => void client.setSettings({ notifications })}
    />
  )
  const stays = (
    <Toggle on={settings.background} label="Stay in the tray when the window is closed" onChange={(background) => void client.setSettings({ background })} />
  )
  const pauses = (
    <Toggle on={settings.withoutPause} label="Switch versions without a pause" onChange={(withoutPause) => void client.setSettings({ withoutPause })} />
  )
  const unsuited = usePanel(notThisProject)
  const login = (
    <Toggle on={settings.startAtLogin} label="Start this panel when I log in" onChange={(startAtLogin) => void client.setSettings({ startAtLogin })} />
  )
  return (
    <>
      <section className={classes.section} aria-labelledby="panel-settings">
        <h2 id="panel-settings" className={classes.title}>
          How the panel behaves
        </h2>
        <Rows label="How the panel behaves">
          <Row icon={IconBrightness} name="Appearance" end={look}>
            <span className={text.second}>Light or dark</span>
          </Row>
          <Row icon={IconArrowUpRight} name="When it is ready" end={opens}>
            {settings.openWhenReady ? 'Open Facecraft in the browser' : 'Stay here'}
          </Row>
          <Row icon={IconListCheck} name="After a build" end={checks}>
            {settings.checkAfterBuild ? 'Run all checks' : 'Check only when asked'}
          </Row>
          <Row icon={IconBell} name="Notifications" end={tells}>
            <span>{settings.notifications ? 'While this window is not in front' : 'None'}</span>
            {settings.notifications ? <span className={text.second}>Ready, built, switched, no answer, wrong device, Docker lost</span> : null}
          </Row>
          <Row icon={IconSwitchHorizontal} name="When you switch" end={unsuited === null ? pauses : null}>
            <span>{settings.withoutPause && unsuited === null ? 'Without a pause' : 'With a short pause'}</span>
            {unsuited !== null || settings.withoutPause ? <span className={text.second}>{unsuited ?? WITHOUT_PAUSE}</span> : null}
          </Row>
          <Row icon={IconEyeOff} name="Window closed" end={stays}>
            <span>{settings.background ? 'Stay in the tray' : 'Leave once nothing is under way'}</span>
            {settings.background ? <span className={text.second}>Where the desktop has a tray</span> : null}
          </Row>
          <Row icon={IconLogin2} name="When you log in" end={login}>
            {settings.startAtLogin ? 'Start this panel' : 'Start it by hand'}
          </Row>
        </Rows>
      </section>
      <WhereThingsAre />
    </>
  )
}

function WhereThingsAre() {
  const engine = usePanel((s) => s.engine)
  const about = useAbout()
  return (
    <section className={classes.section} aria-labelledby="places">
      <h2 id="places" className={classes.title}>
        Where things are
      </h2>
      <Rows label="Where things are">
        <Row icon={IconPackage} name="Docker" end={engine.kind === 'running' ? <CopyButton text={engine.where} label="Copy Docker's address" /> : null}>
          <span>{dockerWords(engine)}</span>
          {engine.kind === 'running' ? <span className={text.second}>{dockerDetails(engine)}</span> : null}
        </Row>
        <Row icon={IconFolder} name="Folder" end={about ? <CopyButton text={about.folder} label="Copy the folder" /> : null}>
          <span className={classes.path}>{about?.folder ?? 'Asking'}</span>
        </Row>
        <Row icon={IconInfoCircle} name="This panel">
          {about ? `Facecraft Panel ${about.version}` : 'Asking'}
          {about ? <span className={text.second}>{about.electron}</span> : null}
        </Row>
      </Rows>
    </section>
  )
}

function useAbout(): About | null {
  const client = useClient()
  const [about, setAbout] = useState<About | null>(null)
  useEffect(() => {
    let gone = false
    void client.about().then((answer) => (gone ? undefined : setAbout(answer)))
    return () => void (gone = true)
  }, [client])
  return about
}

function dockerWords(engine: EngineState): string {
  return engine.kind === 'running' ? `${engine.name}, version ${engine.version}` : engineWords(engine).words
}

function dockerDetails(engine: Extract<EngineState, { kind: 'running' }>): string {
  const free = engine.freeBytes === null ? '' : `, ${size(engine.freeBytes)} left`
  return `${engine.cores} cores, ${size(engine.memoryBytes)} of memory${free}`
}
