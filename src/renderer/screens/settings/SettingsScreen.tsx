/** What a person can set. */
export function SettingsScreen() {
  return null
}
