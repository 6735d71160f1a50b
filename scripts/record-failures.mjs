import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { buildCases } from './record/cases-build.mjs'
import { downloadCases } from './record/cases-download.mjs'
import { engineCases } from './record/cases-engine.mjs'
import { projectCases } from './record/cases-project.mjs'
import { registryCases } from './record/cases-registry.mjs'
import { startCases } from './record/cases-start.mjs'
import { openLab } from './record/lab.mjs'

// Makes each failure happen on the engine that DOCKER_HOST names and keeps what Docker said, one file a failure.
//   node scripts/record-failures.mjs          all of them
//   node scripts/record-failures.mjs NAME...  only these
// An engine whose Compose knows no JSON report is recorded beside the others:
//   RECORD_PROGRESS=plain RECORD_PREFIX=older- node scripts/record-failures.mjs NAME...
// Needs Linux and root: some failures need an engine of their own, which gets a network of its own.
const folder = join(root, 'src/core/failure/recordings')
const prefix = process.env.RECORD_PREFIX ?? ''
const all = [...buildCases, ...projectCases, ...downloadCases, ...registryCases, ...startCases, ...engineCases]
const wanted = process.argv.slice(2)
const cases = wanted.length > 0 ? all.filter(({ name }) => wanted.includes(name)) : all

mkdirSync(folder, { recursive: true })
const lab = await openLab()
let missed = 0
try {
  for (const failure of cases) {
    const recording = await lab.record(failure).catch((error) => ({ problem: error.message }))
    if (recording.problem) missed += 1
    else writeFileSync(join(folder, `${prefix}${failure.name}.json`), `${JSON.stringify({ ...recording, name: prefix + failure.name }, null, 2)}\n`)
    console.log(`${failure.name}: ${recording.problem ?? `code ${recording.code}, ${[...recording.output, ...recording.stderr].at(-1)?.slice(0, 150)}`}`)
  }
} finally {
  await lab.close()
}
console.log(`${cases.length - missed} recorded, ${missed} not`)
process.exit(missed === 0 ? 0 : 1)
