import { useRef, type KeyboardEvent } from 'react'
import { chosenVariant, runningVariant } from '../../../core/panel/chosen-variant'
import type { Variant } from '../../../core/project/project'
import { nextOf } from '../../kit/next-of'
import { usePanel } from '../../state/panel-store'
import { useClient } from '../../state/client-context'
import text from '../../kit/text.module.css'
import { VersionCard } from './VersionCard'
import classes from './VersionCards.module.css'

/** All versions beside each other: one to choose while nothing runs, one in use while something does. */
export function VersionCards() {
  const project = usePanel((s) => s.project)
  const running = usePanel(runningVariant)
  const busy = usePanel((s) => s.operation !== null)
  if (project.kind !== 'usable') return null
  return (
    <section className={classes.section} aria-labelledby="versions">
      <div className={classes.labels}>
        <h3 className={text.label} id="versions">
          {running !== null ? 'What does the work' : busy ? 'What will do the work' : 'What should do the work'}
        </h3>
        {running === null && !busy ? <span className={text.label}>You can switch at any time</span> : null}
      </div>
      {running !== null || busy ? <InUse variants={project.project.variants} /> : <ToChoose variants={project.project.variants} />}
    </section>
  )
}

function InUse({ variants }: { readonly variants: readonly Variant[] }) {
  const busyWith = usePanel((s) => s.operation?.variant ?? null)
  const running = usePanel(runningVariant) ?? busyWith
  return (
    <div className={classes.pair}>
      {variants.map((variant) => (
        <VersionCard key={variant.id} variant={variant} role={variant.id === running ? 'in-use' : 'other'} />
      ))}
    </div>
  )
}

function ToChoose({ variants }: { readonly variants: readonly Variant[] }) {
  const client = useClient()
  const chosen = usePanel(chosenVariant)
  const group = useRef<HTMLDivElement>(null)
  const choose = (id: string) => void client.choose({ variant: id })
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-variant]')?.dataset['variant']
    const at = variants.findIndex((v) => v.id === (focused ?? chosen))
    const next = variants[nextOf(event.key, at, variants.length) ?? -1]
    if (!next) return
    event.preventDefault()
    choose(next.id)
    group.current?.querySelector<HTMLElement>(`[data-variant="${CSS.escape(next.id)}"]`)?.focus()
  }
  return (
    <div ref={group} className={classes.pair} role="radiogroup" tabIndex={-1} aria-labelledby="versions" onKeyDown={onKeyDown}>
      {variants.map((variant) => (
        <VersionCard key={variant.id} variant={variant} role={variant.id === chosen ? 'chosen' : 'choosable'} onChoose={choose} />
      ))}
    </div>
  )
}
