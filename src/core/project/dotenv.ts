import { interpolate } from './interpolate'

const LINE = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*[=:]\s*(.*)$/

/** The settings in a project's `.env`, enough of its rules to find files and profiles; Compose itself decides all else. */
export function readDotenv(text: string, around: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, name, written = ''] = LINE.exec(line) ?? []
    if (name && !line.trimStart().startsWith('#')) found[name] = valueOf(written, { ...found, ...around })
  }
  return found
}

function valueOf(written: string, variables: Readonly<Record<string, string | undefined>>): string {
  const single = /^'([^']*)'/.exec(written)
  if (single) return single[1] ?? ''
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(written)
  return interpolate(double ? (double[1] ?? '') : written.replace(/(^|\s)#.*$/, '').trim(), variables)
}
