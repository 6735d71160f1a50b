import { readFileSync } from 'node:fs'

/** What Linux tells of a process: how it stands, the command that leads it and what it started, and when it began. */
export interface ProcessStat {
  readonly state: string
  readonly leader: number
  readonly started: string
}

/** Reads it; null where there is no such process, or no such place to look. */
export function processStat(pid: number): ProcessStat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields 3, 6 and 22, counted after the command's name, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', leader: Number(fields[3]), started: fields[19] ?? '' }
  } catch {
    return null
  }
}
