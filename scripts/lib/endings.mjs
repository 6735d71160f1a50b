const endings = [];
let ending;

/** Registers what must be stopped when this command ends; last registered, first stopped. */
export function atEnd(stop) {
  endings.push(stop);
}

/** Stops everything registered, once, however often it is called. */
export function endAll() {
  ending ??= (async () => {
    for (const stop of endings.reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(`While ending: ${error.message}`);
      }
    }
  })();
  return ending;
}

/** Runs a command's main function and ends the process with its exit code, whatever happens in between. */
export async function runMain(main) {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.on(signal, () => void endAll().then(() => process.exit(code)));
  }
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    console.error(error.name === 'SetupFailure' ? error.message : error.stack);
  }
  await endAll();
  process.exit(code);
}
