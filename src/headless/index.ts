import { readArguments } from './arguments'

const stop = new AbortController()
process.on('SIGINT', () => stop.abort())
process.on('SIGTERM', () => stop.abort())
const words = process.argv.slice(2)
const asked = readArguments(words)
// Reading a project needs little of the panel and should take hardly longer than Compose itself.
process.exitCode =
  asked.kind === 'asked' && asked.verb === 'inspect'
    ? await import('./run-inspect').then(({ runInspect }) => runInspect(asked.folder, stop.signal))
    : await import('./run').then(({ runHeadless }) => runHeadless(words, stop.signal))
// Watching would keep the process alive; everything that had to be written is.
process.exit()
