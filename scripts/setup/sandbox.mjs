import { say } from '../lib/say.mjs'

/** The flags that Electron needs to start at all: as root on Linux its sandbox cannot be set up. */
export function sandboxFlags(platform = process.platform, uid = process.getuid?.()) {
  if (platform !== 'linux' || uid !== 0) return []
  say("Window: started by root, so without Chromium's sandbox (--no-sandbox)")
  return ['--no-sandbox']
}
