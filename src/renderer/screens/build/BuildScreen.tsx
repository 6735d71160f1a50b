/** What is being made and how far it is. */
export function BuildScreen() {
  return null
}
