import { runMain } from './lib/endings.mjs'
import { say } from './lib/say.mjs'
import { daemonPid, stopDaemon } from './setup/engine/daemon.mjs'
import { engineEnv, engineFolders } from './setup/engine/folders.mjs'

const verbs = { stop, status, env }

await runMain(async () => {
  const verb = verbs[process.argv[2]]
  if (verb) return verb(engineFolders())
  console.error('usage: node scripts/engine.mjs stop|status|env   (the private Docker engine that npm start may start)')
  return 2
})

async function stop(folders) {
  const stopped = await stopDaemon(folders)
  say(stopped ? `The private engine is stopped; its images stay in ${folders.home}` : 'The private engine does not run')
  return 0
}

function status(folders) {
  const pid = daemonPid(folders)
  say(pid === undefined ? 'The private engine does not run' : `The private engine runs: process ${pid}, ${folders.host}, kept in ${folders.home}`)
  return 0
}

// For a shell: eval "$(node scripts/engine.mjs env)"
function env(folders) {
  for (const [name, value] of Object.entries(engineEnv(folders))) say(`export ${name}='${value.replaceAll("'", `'\\''`)}'`)
  return 0
}
