import { Segments } from '../../kit/Segments'
import type { TryOptions } from './try-photo'
import classes from './TryIt.module.css'

const formats = [
  { value: 'passport', label: 'Passport 35 × 45' },
  { value: 'us-2x2', label: 'US 2 × 2' },
  { value: 'portrait', label: 'Portrait' },
] as const
const backgrounds = [
  { value: 'white', label: 'White' },
  { value: 'grey', label: 'Grey' },
  { value: 'transparent', label: 'None' },
] as const

/** What the portrait is for and what stands behind the person. */
export function TryPickers({ options, onChange }: { readonly options: TryOptions; readonly onChange: (options: TryOptions) => void }) {
  return (
    <div className={classes.pickers}>
      <Segments label="Format" value={options.format} options={formats} onChange={(format) => onChange({ ...options, format })} />
      <Segments label="Background" value={options.background} options={backgrounds} onChange={(background) => onChange({ ...options, background })} />
    </div>
  )
}
