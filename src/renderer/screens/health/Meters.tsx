import { meters, type Meter } from '../../../core/health/health-view-meters'
import type { PanelState } from '../../../core/panel/panel'
import text from '../../kit/text.module.css'
import classes from './Meters.module.css'

const WIDTH = 100
const HEIGHT = 44

/** Processor and memory now and in the last hour; a meter for something that is not there is absent. */
export function Meters({ state, now }: { readonly state: PanelState; readonly now: number }) {
  const shown = meters(state, now)
  if (shown.length === 0) return null
  return (
    <div className={classes.meters}>
      {shown.map((meter) => (
        <section key={meter.title} className={classes.meter} aria-label={meter.title}>
          <div className={text.label}>{meter.title}</div>
          <div className={classes.value}>
            {meter.value} <small>{meter.of}</small>
          </div>
          <Chart meter={meter} />
        </section>
      ))}
    </div>
  )
}

function Chart({ meter }: { readonly meter: Meter }) {
  const line = meter.points.map(({ x, y }) => `${(x * WIDTH).toFixed(1)},${((1 - y) * (HEIGHT - 4) + 2).toFixed(1)}`).join(' ')
  const [first, last] = [meter.points[0], meter.points.at(-1)]
  return (
    <svg className={classes.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={meter.conclusion}>
      {first && last ? (
        <polygon className={classes.area} points={`${(first.x * WIDTH).toFixed(1)},${HEIGHT} ${line} ${(last.x * WIDTH).toFixed(1)},${HEIGHT}`} />
      ) : null}
      <line className={classes.limit} x1="0" x2={WIDTH} y1="2" y2="2" />
      <polyline className={classes.line} points={line} />
    </svg>
  )
}
