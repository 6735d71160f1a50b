/** A number with its thing: "1 photo", "61 photos", "no photos". */
export function count(number: number, one: string): string {
  if (number === 0) return `no ${one}s`
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

/** A sentence's beginning with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
