import { UnstyledButton } from '@mantine/core'
import { runningVariant } from '../../../core/panel/chosen-variant'
import { isBeside } from '../../../core/panel/headline-operation'
import type { PanelState } from '../../../core/panel/panel'
import { usePanel } from '../../state/panel-store'
import { usePerform } from '../../state/use-perform'
import text from '../../kit/text.module.css'

/** Where the app can be opened, once it is ready. */
export function AppAddress() {
  const address = usePanel(appAddress)
  const perform = usePerform()
  if (address === null) return null
  return (
    <>
      , at{' '}
      <UnstyledButton className={text.link} onClick={() => perform({ kind: 'open', link: 'app' })}>
        {address}
      </UnstyledButton>
    </>
  )
}

function appAddress(state: PanelState): string | null {
  if (state.app.kind !== 'ready' || state.project.kind !== 'usable') return null
  if (state.operation && !isBeside(state.operation)) return null
  const running = runningVariant(state)
  const port = state.project.project.variants.find((v) => v.id === running)?.port
  return port ? `localhost:${port.port}` : null
}
