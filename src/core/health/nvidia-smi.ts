/** How nvidia-smi ended on this computer or in a container; `code` is null where the program is not there. */
export interface SmiAnswer {
  readonly code: number | null
  readonly output: string
}

/** A card as its driver tells it now; null where this card does not tell. */
export interface CardSeen {
  readonly name: string
  readonly driver: string
  readonly memoryBytes: number | null
  readonly memoryUsedBytes: number | null
  /** From 0 to 100. */
  readonly busy: number | null
}

/** What the driver says. */
export type DriverSeen =
  | { readonly kind: 'cards'; readonly cards: readonly CardSeen[] }
  | { readonly kind: 'no-driver' }
  | { readonly kind: 'no-card' }
  | { readonly kind: 'restart-needed'; readonly said: string }
  | { readonly kind: 'card-lost'; readonly said: string }
  | { readonly kind: 'silent'; readonly said: string }

/** The fields that are asked for, in the order in which `readSmi` expects them. */
export const SMI_QUERY = ['--query-gpu=name,driver_version,memory.total,memory.used,utilization.gpu', '--format=csv,noheader,nounits'] as const

/** Reads what nvidia-smi printed, for any driver: a number that a card does not tell is null, never zero. */
export function readSmi({ code, output }: SmiAnswer): DriverSeen {
  if (code === null) return { kind: 'no-driver' }
  const said = output.trim().split('\n')[0] ?? ''
  if (/version mismatch/i.test(output)) return { kind: 'restart-needed', said }
  // Also where other cards still answer: after that no program gets at any of them.
  if (/GPU is lost|GPU requires reset|Unable to determine the device handle|fallen off the bus/i.test(output)) return { kind: 'card-lost', said }
  if (/No devices were found/i.test(output)) return { kind: 'no-card' }
  if (/couldn't communicate with the NVIDIA driver|Driver Not Loaded|couldn't find libnvidia-ml/i.test(output)) return { kind: 'no-driver' }
  // Whatever the code: a mere warning, as of a damaged infoROM, ends with one of its own.
  const cards = output.split('\n').flatMap(cardOf)
  return cards.length > 0 ? { kind: 'cards', cards } : { kind: 'silent', said }
}

function cardOf(line: string): readonly CardSeen[] {
  const [name = '', driver = '', total, used, busy] = line.split(',').map((cell) => cell.trim())
  if (name === '' || !/^\d+\./.test(driver)) return []
  return [{ name, driver, memoryBytes: bytesOf(total), memoryUsedBytes: bytesOf(used), busy: numberOf(busy) }]
}

// "[N/A]", "[Not Supported]", "[Unknown Error]" and "[Insufficient Permissions]" stand where a number would.
function numberOf(cell: string | undefined): number | null {
  const digits = /^(\d+)(?: (?:MiB|%))?$/.exec(cell ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

function bytesOf(cell: string | undefined): number | null {
  const mebibytes = numberOf(cell)
  return mebibytes === null ? null : mebibytes * 2 ** 20
}

/** The names that `nvidia-smi -L` lists: "GPU 0: NVIDIA GeForce RTX 3060 (UUID: GPU-…)"; parts of a card stand below it, indented. */
export function listedCards(output: string): readonly string[] {
  return [...output.matchAll(/^GPU \d+: (.+?) \(UUID: /gm)].map(([, name = '']) => name)
}
