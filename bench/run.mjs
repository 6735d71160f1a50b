import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runMain } from '../scripts/lib/endings.mjs'
import { sayOnStderr } from '../scripts/lib/say.mjs'
import { setUpDependencies } from '../scripts/setup/dependencies.mjs'

// A benchmark is a file beside this one that exports `figures`, what it measures by name, and `run`, which prints them.
const folder = import.meta.dirname
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && name !== 'run.mjs')
  .map((name) => name.slice(0, -4))
const asked = process.argv.slice(2)

if (asked[0] === '--list') {
  for (const name of all) for (const figure of (await load(name)).figures) console.log(`${name}: ${figure}`)
} else if (asked.length === 0 || !asked.every((name) => all.includes(name))) {
  console.error(`usage: npm run bench -- ${all.join('|')} or --list`)
  process.exitCode = 2
} else {
  // Only figures go to stdout, one JSON object a line.
  sayOnStderr()
  await runMain(async () => {
    await setUpDependencies()
    const { setUpNeeds } = await import('../scripts/test/needs.mjs')
    Object.assign(process.env, await setUpNeeds(['engine', 'window']))
    for (const name of asked) await (await load(name)).run()
    return 0
  })
}

function load(name) {
  return import(join(folder, `${name}.mjs`))
}
