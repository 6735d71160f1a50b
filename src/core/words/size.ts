const KB = 1000
const MB = 1_000_000
const GB = 1_000_000_000

/** A size as people read it on a disk: "850 KB", "350 MB", "4.1 GB", "41 GB". */
export function size(bytes: number): string {
  if (bytes >= 999.5 * MB) return `${figure(bytes / GB)} GB`
  if (bytes >= 999.5 * KB) return `${Math.round(bytes / MB)} MB`
  return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / KB))} KB`
}

function figure(value: number): string {
  return value >= 19.95 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '')
}

/** A speed: "12 KB/s". */
export function rate(bytesPerSecond: number): string {
  return `${size(bytesPerSecond)}/s`
}
