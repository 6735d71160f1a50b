import { useState, type KeyboardEvent } from 'react'
import { timeline, type Timeline } from '../../../core/health/health-view-day'
import type { PanelState } from '../../../core/panel/panel'
import { Segments } from '../../kit/Segments'
import { useTimed } from '../../state/use-timed'
import { nextPart } from './next-part'
import section from './HealthScreen.module.css'
import classes from './Past.module.css'

const spans = [
  { value: 'hour', label: 'Hour' },
  { value: 'day', label: 'Day' },
] as const

/** The last hour or day by height and colour; arrow keys name a part, and each incident stands below as a line. */
export function Past() {
  const [span, setSpan] = useState<'hour' | 'day'>('hour')
  const [at, setAt] = useState<number | null>(null)
  const shown = useTimed(span === 'hour' ? lastHour : lastDay)
  const choose = (next: 'hour' | 'day') => {
    setAt(null)
    setSpan(next)
  }
  return (
    <section className={classes.section} aria-labelledby="past">
      <div className={section.heading}>
        <h3 id="past">{shown.title}</h3>
        <span className={classes.words}>{at === null ? shown.summary : shown.parts[at]?.words}</span>
        <Segments label="How far back" value={span} options={spans} onChange={choose} />
      </div>
      {shown.parts.length === 0 ? <p className={section.none}>Nothing was watched yet.</p> : <Parts shown={shown} at={at} setAt={setAt} />}
      {shown.incidents.length > 0 ? (
        <ul className={classes.incidents} aria-label={`What went wrong in the ${shown.title.toLowerCase()}`}>
          {shown.incidents.map((incident) => (
            <li key={incident.at}>{incident.words}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function lastHour(state: PanelState, now: number): Timeline {
  return timeline(state, 'hour', now)
}

function lastDay(state: PanelState, now: number): Timeline {
  return timeline(state, 'day', now)
}

interface PartsProps {
  readonly shown: Timeline
  readonly at: number | null
  readonly setAt: (at: number | null) => void
}

function Parts({ shown, at, setAt }: PartsProps) {
  const { parts } = shown
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPart(event.key, at ?? parts.length, parts.length)
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  return (
    <>
      <div
        className={classes.hour}
        role="slider"
        aria-label={`${shown.name}. ${shown.conclusion}`}
        aria-valuemin={1}
        aria-valuemax={parts.length}
        aria-valuenow={(at ?? parts.length - 1) + 1}
        aria-valuetext={parts[at ?? parts.length - 1]?.words ?? ''}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
        onPointerLeave={() => setAt(null)}
      >
        {parts.map((part, index) => (
          <span key={part.at} className={classes.minute} data-state={part.state} data-pointed={index === at || undefined} onPointerEnter={() => setAt(index)}>
            <i />
          </span>
        ))}
      </div>
      <div className={classes.axis} aria-hidden>
        {shown.axis.map((time, index) => (
          <span key={index}>{time}</span>
        ))}
      </div>
    </>
  )
}
