import { runHeadless } from './run'

const stop = new AbortController()
process.on('SIGINT', () => stop.abort())
process.on('SIGTERM', () => stop.abort())
process.exitCode = await runHeadless(process.argv.slice(2), stop.signal)
// Watching would keep the process alive; everything that had to be written is.
process.exit()
