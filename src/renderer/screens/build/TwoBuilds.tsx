import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Build } from '../../../core/build/build'
import { compareBuilds, comparisonWords, differenceWords, isComparable, shareWords } from '../../../core/build/compare-builds'
import { capital, count } from '../../../core/words/count'
import { when } from '../../../core/words/when'
import { IconButton } from '../../kit/IconButton'
import { useNow } from '../../state/use-now'
import classes from './TwoBuilds.module.css'

interface TwoBuildsProps {
  readonly build: Build
  readonly other: Build
  readonly onClose: () => void
}

/** Two builds of a version beside each other, step by step, the slowest differences first. */
export function TwoBuilds({ build, other, onClose }: TwoBuildsProps) {
  const now = useNow(30_000)
  const section = useRef<HTMLElement>(null)
  const comparable = isComparable(other, build)
  useEffect(() => {
    if (comparable) section.current?.scrollIntoView({ block: 'start' })
    else onClose()
  }, [comparable, other.id, onClose])
  if (!comparable) return null
  const comparison = compareBuilds(build, other)
  const { earlier, later, pairs, alike } = comparison
  const at = (one: Build): string => capital(when(one.endedAt ?? one.startedAt, now))
  return (
    <section ref={section} className={classes.two} aria-labelledby="two-builds">
      <div className={classes.top}>
        <div>
          <h2 id="two-builds">Step times of two builds</h2>
          <p>{comparisonWords(comparison)}</p>
        </div>
        <IconButton icon={IconX} label="Close the comparison" onClick={onClose} size={16} />
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">{at(earlier)}</th>
            <th scope="col">{at(later)}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.key}>
              <th scope="row">{pair.name}</th>
              <td>{shareWords(pair.earlier)}</td>
              <td>{shareWords(pair.later)}</td>
              <td data-more={pair.more > 0 || undefined}>{differenceWords(pair)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {alike === 0 ? null : <p className={classes.alike}>{capital(count(alike, 'step'))} differed by less than a second.</p>}
    </section>
  )
}
