/** Which of its two outputs the app wrote to. */
export type Stream = 'out' | 'err'

/** An entry of a container's log: a line, or a piece of one that was too long for an entry. */
export interface Entry {
  /** RFC 3339 in UTC with nine places, so that times compare as texts. */
  readonly time: string
  readonly from: Stream
  /** One char a byte, without the line's end. */
  readonly text: string
  readonly ends: 'line' | 'piece'
}

/** The form of an entry's time, and how long it is. */
export const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z/

/** How many chars a time has. */
export const TIME_LENGTH = 30

/** A moment in milliseconds since 1970 as an entry's time. */
export function timeOf(at: number): string {
  return new Date(at).toISOString().replace('Z', '000000Z')
}
