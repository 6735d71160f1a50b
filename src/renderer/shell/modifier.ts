const isMac = navigator.userAgent.includes('Mac OS')

/** The name of the key that shortcuts are held with. */
export const modifierName = isMac ? 'Cmd' : 'Ctrl'

/** True when the shortcut key is held, and no other. */
export function isHeld(event: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean }): boolean {
  return !event.altKey && (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey)
}
