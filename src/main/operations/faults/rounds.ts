/** How often each fault is tried: once in the suite, more often where a benchmark asks for it. */
export const ROUNDS = Array.from({ length: Number(process.env['FACECRAFT_FAULT_ROUNDS'] ?? 1) }, (_, round) => round + 1)

/** All of them where there is one round; else one a round, in turn. */
export function nth<T>(all: readonly T[], round: number): readonly T[] {
  return ROUNDS.length === 1 ? all : all.filter((_, index) => index === (round - 1) % all.length)
}
