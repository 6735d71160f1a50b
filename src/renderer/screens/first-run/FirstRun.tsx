/** The way to Docker, while there is nothing to navigate yet. */
export function FirstRun() {
  return null
}
