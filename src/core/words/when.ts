const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A moment in words beside today: "just now", "4 min ago", "at 11:42", "yesterday at 18:40", "on 3 March at 09:05". */
export function when(at: number, now: number): string {
  const ago = (now - at) / 1000
  if (ago < 45) return 'just now'
  if (ago < 3570) return `${Math.max(1, Math.round(ago / 60))} min ago`
  const days = daysBetween(at, now)
  if (days === 0) return `at ${hourAndMinute(at)}`
  if (days === 1) return `yesterday at ${hourAndMinute(at)}`
  const date = new Date(at)
  return `on ${date.getDate()} ${MONTHS[date.getMonth()]} at ${hourAndMinute(at)}`
}

/** A time of day: "11:42". */
export function hourAndMinute(at: number): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** A day beside today: "today", "yesterday", "on 3 March". */
export function day(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  const date = new Date(at)
  return `on ${date.getDate()} ${MONTHS[date.getMonth()]}`
}

function daysBetween(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0)
  return Math.round((midnight(now) - midnight(at)) / 86_400_000)
}
