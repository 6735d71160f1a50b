/** Whether it is well now and in the last hour. */
export function HealthScreen() {
  return null
}
