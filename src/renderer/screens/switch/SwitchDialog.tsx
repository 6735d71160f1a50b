/** The preview of a switch. */
export function SwitchDialog() {
  return null
}
