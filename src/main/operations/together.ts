/** A piece of work with the names of those that must have ended before it may begin. */
export interface Job<T> {
  readonly name: string
  readonly after: readonly string[]
  run(tell: (told: T) => void): Promise<void>
}

/** Runs jobs side by side, at most `limit` at a time, in their order where they may; passes on what they tell as it comes. */
export async function* together<T>(jobs: readonly Job<T>[], limit: number): AsyncGenerator<T, void> {
  const waiting = [...jobs]
  const running = new Set<string>()
  const told: T[] = []
  let failure: unknown = null
  let wake: () => void = () => undefined
  const begin = (job: Job<T>): void => {
    running.add(job.name)
    const end = (): void => {
      running.delete(job.name)
      wake()
    }
    job
      .run((one) => {
        told.push(one)
        wake()
      })
      .catch((error: unknown) => (failure ??= error))
      .finally(end)
  }
  const mayBegin = (job: Job<T>): boolean => job.after.every((name) => !running.has(name) && !waiting.some((w) => w.name === name))
  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting.findIndex(mayBegin); next >= 0 && running.size < limit; next = waiting.findIndex(mayBegin))
      begin(...(waiting.splice(next, 1) as [Job<T>]))
    if (told.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    yield* told.splice(0)
  }
  yield* told.splice(0)
  if (failure !== null) throw failure
}
