/** Whether Facecraft runs, on what, and the one thing to do next. */
export function HomeScreen() {
  return null
}
