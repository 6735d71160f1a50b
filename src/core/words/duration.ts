const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** A measured length of time: "9.2 s", "52 s", "2 min 31 s", "42 min", "2 h 14 min", "3 days". */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${oneDecimal(seconds)} s`
  const whole = Math.round(seconds)
  if (whole < MINUTE) return `${whole} s`
  if (whole < 10 * MINUTE) return twoParts(whole, MINUTE, ['min', 's'])
  const minutes = Math.round(whole / MINUTE)
  if (minutes < 60) return `${minutes} min`
  if (whole < 2 * DAY) return twoParts(minutes * MINUTE, HOUR, ['h', 'min'])
  return `${Math.round(whole / DAY)} days`
}

/** How long a good state has lasted, without seconds, so that nothing moves on the screen but once a minute: "less than a minute", "2 h 14 min". */
export function lasting(seconds: number): string {
  return seconds < MINUTE ? 'less than a minute' : duration(Math.floor(seconds / MINUTE) * MINUTE)
}

/** A guessed or expected length of time, rounded so that it claims no more than is known: "about 40 s", "about 9 min". */
export function about(seconds: number): string {
  if (seconds < 10) return `about ${Math.max(1, Math.round(seconds))} s`
  if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s`
  const minutes = Math.max(1, Math.round(seconds / MINUTE))
  if (minutes < 60) return `about ${minutes} min`
  const halves = Math.round(minutes / 30)
  return `about ${halves % 2 === 0 ? halves / 2 : `${Math.floor(halves / 2)}½`} h`
}

/** A running clock: "0:04", "12:07", "1:02:09". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [h, m, s] = [Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE), whole % MINUTE]
  const tail = `${h > 0 ? String(m).padStart(2, '0') : m}:${String(s).padStart(2, '0')}`
  return h > 0 ? `${h}:${tail}` : tail
}

function twoParts(whole: number, unit: number, names: readonly [string, string]): string {
  const small = names[0] === 'h' ? Math.round((whole % unit) / MINUTE) : whole % unit
  const large = Math.floor(whole / unit)
  return small === 0 ? `${large} ${names[0]}` : `${large} ${names[0]} ${small} ${names[1]}`
}

function oneDecimal(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '')
}
