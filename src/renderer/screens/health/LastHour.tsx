import { useState, type KeyboardEvent } from 'react'
import type { Incident, Minute } from '../../../core/health/health'
import { hourAxis, hourConclusion, minuteWords } from '../../../core/health/health-view'
import { duration } from '../../../core/words/duration'
import { hourAndMinute } from '../../../core/words/when'
import section from './HealthScreen.module.css'
import classes from './LastHour.module.css'

interface LastHourProps {
  readonly hour: readonly Minute[]
  readonly incidents: readonly Incident[]
  readonly now: number
}

/** Sixty minutes by height and colour; arrow keys name a minute, and each incident stands below as a line. */
export function LastHour({ hour, incidents, now }: LastHourProps) {
  const [at, setAt] = useState<number | null>(null)
  const pointed = at === null ? null : (hour[at] ?? null)
  const cause = pointed === null ? undefined : incidents.find((i) => i.at < pointed.at + 60_000 && (i.endedAt ?? now) >= pointed.at)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextMinute(event.key, at ?? hour.length, hour.length)
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  return (
    <section className={classes.section} aria-labelledby="last-hour">
      <div className={section.heading}>
        <h3 id="last-hour">Last hour</h3>
        <span className={section.beside}>{pointed === null ? restWords(hour, incidents) : [minuteWords(pointed), cause?.text].filter(Boolean).join(': ')}</span>
      </div>
      {hour.length === 0 ? <p className={section.none}>Nothing was watched yet.</p> : null}
      {hour.length > 0 ? (
        <>
          <div
            className={classes.hour}
            role="slider"
            aria-label={`Minutes of the last hour. ${hourConclusion(hour)}`}
            aria-valuemin={1}
            aria-valuemax={hour.length}
            aria-valuenow={(at ?? hour.length - 1) + 1}
            aria-valuetext={minuteWords(hour[at ?? hour.length - 1] ?? { at: 0, state: 'unknown' })}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onBlur={() => setAt(null)}
            onPointerLeave={() => setAt(null)}
          >
            {hour.map((minute, index) => (
              <span key={minute.at} className={classes.minute} data-state={minute.state} data-pointed={index === at || undefined} onPointerEnter={() => setAt(index)}>
                <i />
              </span>
            ))}
          </div>
          <div className={classes.axis} aria-hidden>
            {hourAxis(hour).map((time) => (
              <span key={time}>{time}</span>
            ))}
          </div>
        </>
      ) : null}
      {incidents.length > 0 ? (
        <ul className={classes.incidents} aria-label="What went wrong in the last hour">
          {incidents.map((incident) => (
            <li key={incident.at}>
              {hourAndMinute(incident.at)} {incident.text}, {incident.endedAt === null ? `for ${duration((now - incident.at) / 1000)} so far` : `for ${duration((incident.endedAt - incident.at) / 1000)}`}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function restWords(hour: readonly Minute[], incidents: readonly Incident[]): string {
  if (hour.length === 0) return ''
  return incidents.length === 0 && hour.every((minute) => minute.state === 'ready') ? 'No interruptions' : hourConclusion(hour)
}

function nextMinute(key: string, at: number, count: number): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, at - 1)
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(count - 1, at + 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
