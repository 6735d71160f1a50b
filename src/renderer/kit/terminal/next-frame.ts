const LONGEST_WAIT_MS = 250

/** Resolves at the next frame, or a little later in a window that draws none. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, LONGEST_WAIT_MS)
    const frame = requestAnimationFrame(done)
    function done(): void {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      resolve()
    }
  })
}

/** Resolves when what is on the page now has been painted. */
export async function afterPaint(): Promise<void> {
  await nextFrame()
  await new Promise((resolve) => setTimeout(resolve))
}
