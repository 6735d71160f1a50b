import type { Saved } from '../shared/contract'

/** What only a desktop has: a browser, a clipboard, a save dialog. The window gives the real one. */
export interface Desktop {
  readonly version: string
  readonly runtime: string
  openExternal(url: string): Promise<void>
  copy(text: string): void
  /** Where the person wants a file of this name; null where they changed their mind. */
  choosePlace(name: string): Promise<string | null>
  save(name: string, bytes: Uint8Array): Promise<Saved>
}

/** Where there is no window: nothing can be opened, copied or saved. */
export const noDesktop: Desktop = {
  version: 'headless',
  runtime: `Node ${process.versions.node}`,
  openExternal: async () => undefined,
  copy: () => undefined,
  choosePlace: async () => null,
  save: async () => ({ kind: 'not-saved' }),
}
