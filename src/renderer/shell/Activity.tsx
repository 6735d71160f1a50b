/** Every action with its time and result. */
export function ActivityDrawer() {
  return null
}
