import { IconPackage } from '@tabler/icons-react'
import { chosenVariant, variantStatus } from '../../../core/panel/chosen-variant'
import { about } from '../../../core/words/duration'
import { versionName } from '../../../core/words/version-name'
import { Button } from '../../kit/Button'
import { Icon } from '../../kit/Icon'
import { ProblemCard } from '../../problem/ProblemCard'
import { usePanel } from '../../state/panel-store'
import { useUi } from '../../state/ui-store'
import { usePerform } from '../../state/use-perform'
import { usePrimaryKey } from '../../shell/use-primary-key'
import classes from './NothingBuilt.module.css'

/** The Build screen before the first build: what a build is, how long it takes, and the one button. */
export function NothingBuilt() {
  const state = usePanel((s) => s)
  const refusal = useUi((s) => s.refusal)
  const perform = usePerform()
  const variant = chosenVariant(state)
  const status = variantStatus(state, variant)
  const present = state.variants.some((v) => v.package !== null)
  const unavailable = whyNot(state.operation !== null, status?.blocked ?? null)
  const build = variant === null || unavailable !== undefined ? undefined : () => perform({ kind: 'build', variant })
  usePrimaryKey(build)
  return (
    <section className={classes.empty} aria-labelledby="nothing-built">
      <span className={classes.sign}>
        <Icon of={IconPackage} size={26} />
      </span>
      <h2 id="nothing-built">{present ? 'No build to show' : 'Nothing built yet'}</h2>
      <p>{present ? 'The app package is there already. A new build would be shown here, step by step.' : firstTime(status?.build.seconds ?? null)}</p>
      {variant === null ? null : (
        <Button look="filled" size="large" onClick={() => build?.()} unavailable={unavailable}>
          Build the {versionName(state, variant)} version
        </Button>
      )}
      {refusal ? <ProblemCard problem={refusal} rank="beside" /> : null}
    </section>
  )
}

function firstTime(seconds: number | null): string {
  const time = seconds === null ? '' : `Your first build takes ${about(seconds)}. `
  return `${time}Facecraft is put together on this computer, from parts whose origin is known. You can watch every step here.`
}

function whyNot(busy: boolean, blocked: string | null): string | undefined {
  if (blocked !== null) return blocked
  return busy ? 'Something else is running' : undefined
}
