import { IconArrowLeft } from '@tabler/icons-react'
import type { Build } from '../../../core/build/build'
import { buildHeading, earlierHeading } from '../../../core/build/build-view-words'
import type { Action } from '../../../core/panel/headline-words'
import type { PanelState } from '../../../core/panel/panel'
import { Button } from '../../kit/Button'
import { ScreenTop } from '../../kit/ScreenTop'
import { usePanel } from '../../state/panel-store'
import { useNow } from '../../state/use-now'
import type { BuildAge } from './BuildView'
import { usePerform } from '../../state/use-perform'
import { showBuild } from '../../state/ui-store'
import { usePrimaryKey } from '../../shell/use-primary-key'

/** What is built and how it ended, with the way to stop it or to do it again; from an earlier build, the way back. */
export function BuildTop({ build, age }: { readonly build: Build; readonly age: BuildAge }) {
  return age === 'last' ? <LastTop build={build} /> : <EarlierTop build={build} />
}

function EarlierTop({ build }: { readonly build: Build }) {
  const state = usePanel((s) => s)
  const now = useNow(30_000)
  const { title, sentence } = earlierHeading(state, build, now)
  return (
    <ScreenTop title={title} sentence={sentence}>
      <Button before={IconArrowLeft} onClick={() => showBuild(null)}>
        {backWords(state.build)}
      </Button>
    </ScreenTop>
  )
}

function backWords(last: Build | null): string {
  if (last === null) return 'Close this build'
  return last.endedAt === null ? 'To the running build' : 'To the last build'
}

function LastTop({ build }: { readonly build: Build }) {
  const state = usePanel((s) => s)
  const now = useNow(30_000)
  const perform = usePerform()
  const { title, sentence } = buildHeading(state, build, now)
  const action = topAction(state, build)
  const again = action?.deed.kind === 'build' && action.unavailable === undefined ? action.deed : null
  usePrimaryKey(again ? () => perform(again) : undefined)
  return (
    <ScreenTop title={title} sentence={sentence}>
      {action ? (
        <Button onClick={() => perform(action.deed)} unavailable={action.unavailable}>
          {action.label}
        </Button>
      ) : null}
    </ScreenTop>
  )
}

function topAction(state: PanelState, build: Build): Action | null {
  const { operation } = state
  if (build.endedAt === null) {
    if (operation?.stage?.name === 'cancelling')
      return { label: 'Stopping', deed: { kind: 'cancel', id: operation.id }, unavailable: 'Docker is stopping the build' }
    return operation ? { label: 'Stop building', deed: { kind: 'cancel', id: operation.id } } : null
  }
  // After a failure the problem's own button does it.
  if (build.outcome?.kind === 'failed') return null
  const again: Action = { label: 'Build again', deed: { kind: 'build', variant: build.variant } }
  return operation === null ? again : { ...again, unavailable: 'Something else is running' }
}
