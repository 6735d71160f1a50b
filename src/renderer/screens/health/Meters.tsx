import { meters, readings, type Meter, type Reading } from '../../../core/health/health-view-meters'
import text from '../../kit/text.module.css'
import { useTimed } from '../../state/use-timed'
import { MeterChart } from './MeterChart'
import { useLiveUsage } from './use-live-usage'
import { usePanel } from '../../state/panel-store'
import classes from './Meters.module.css'

/** The use of the machine now and in the last hour; a meter for something that is not there is absent. */
export function Meters() {
  const shown = useTimed(meters)
  if (shown.length === 0) return null
  return (
    <div className={classes.meters} data-many={shown.length > 4 || undefined}>
      {shown.map((meter) => (
        <section key={meter.title} className={classes.meter} aria-label={meter.title}>
          <div className={text.label}>{meter.title}</div>
          <Now meter={meter} />
          <MeterChart meter={meter} />
        </section>
      ))}
    </div>
  )
}

/** The number as it is this second; the line beside it stands still meanwhile. */
function Now({ meter }: { readonly meter: Meter }) {
  const state = usePanel((s) => s)
  const live = useLiveUsage((s) => s.usage)
  const now: Reading | Meter = (live && readings(state, live).find((reading) => reading.title === meter.title)) ?? meter
  return (
    <div className={classes.value}>
      {now.value} <small>{now.of}</small>
    </div>
  )
}
