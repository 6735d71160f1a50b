// eslint-disable-next-line no-control-regex
const CONTROLS = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g

/** A line's text without colours and other controls; one that was drawn over and over counts as it stood last. */
export function plainLine(text: string): string {
  return lastDrawn(text).replace(CONTROLS, '')
}

/** What stood in a line last, where it was drawn over with carriage returns. */
export function lastDrawn(text: string): string {
  const end = text.replace(/\r+$/, '')
  return end.slice(end.lastIndexOf('\r') + 1)
}
