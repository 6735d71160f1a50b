/** What was promised and what was found. */
export function ChecksScreen() {
  return null
}
