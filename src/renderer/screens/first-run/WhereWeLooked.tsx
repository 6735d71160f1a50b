import { IconCheck, IconX } from '@tabler/icons-react'
import type { Looked } from '../../../core/engine/engine'
import { when } from '../../../core/words/when'
import { Icon } from '../../kit/Icon'
import classes from './EngineHelp.module.css'

interface WhereWeLookedProps {
  readonly looked: readonly Looked[]
  readonly at: number
  readonly now: number
}

/** Every place that was looked at, what was found there, and when. */
export function WhereWeLooked({ looked, at, now }: WhereWeLookedProps) {
  return (
    <div className={classes.looked}>
      <div className={classes.lookedTitle} id="where-we-looked" role="status">
        Where we looked, {when(at, now)}
      </div>
      <ul aria-labelledby="where-we-looked">
        {looked.map((place) => (
          <li key={`${place.what} ${place.where}`} title={place.where}>
            <Icon of={place.ok ? IconCheck : IconX} size={14} />
            <span>
              {place.what}: {place.found}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
