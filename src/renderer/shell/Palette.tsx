/** The search for actions. */
export function Palette() {
  return null
}
