import { endRunning } from './run.mjs'

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
const endings = []
let ending
let interruptedBy

/** Registers what must be stopped when this command ends; last registered, first stopped. */
export function atEnd(stop) {
  endings.push(stop)
}

/** Whether a signal has told this command to end. */
export function isInterrupted() {
  return interruptedBy !== undefined
}

/** Runs a command's main function and ends the process with its exit code, whatever happens in between. */
export async function runMain(main) {
  for (const signal of Object.keys(SIGNALS)) process.on(signal, () => void interrupt(signal))
  let code = 1
  try {
    code = await main()
  } catch (error) {
    if (!isInterrupted()) console.error(error.name === 'SetupFailure' ? error.message : error.stack)
  }
  await endAll()
  process.exit(isInterrupted() ? SIGNALS[interruptedBy] : code)
}

async function interrupt(signal) {
  interruptedBy ??= signal
  endRunning()
  await endAll()
  process.exit(SIGNALS[interruptedBy])
}

function endAll() {
  ending ??= (async () => {
    for (const stop of endings.reverse()) {
      try {
        await stop()
      } catch (error) {
        console.error(error.message)
      }
    }
  })()
  return ending
}
