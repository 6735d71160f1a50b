import { readdirSync } from 'node:fs'
import { root } from '../lib/paths.mjs'
import { localCommand } from '../lib/run.mjs'

/** Every check that reads the source without running it: types layer by layer, lint, dead code. */
export function staticChecks() {
  return [
    ...typeLayers(readdirSync(root)).map((layer) => ({
      name: `types of ${layer}`,
      command: [...localCommand('typescript', 'tsc'), '--noEmit', '-p', `tsconfig.${layer}.json`],
    })),
    { name: 'lint', command: [...localCommand('oxlint'), '--type-aware'] },
    { name: 'format', command: [...localCommand('oxfmt'), '--check', '.'] },
    { name: 'dead code', command: localCommand('knip') },
  ]
}

/** The unit tests, as one more check. */
export function unitCheck() {
  return { name: 'unit tests', command: [...localCommand('vitest'), 'run', '--project', 'unit'] }
}

/** The layers that have a type check of their own, by the names of the files in the project's folder. */
export function typeLayers(files) {
  const layers = files.flatMap((file) => /^tsconfig\.(\w+)\.json$/.exec(file)?.[1] ?? [])
  return layers.filter((layer) => layer !== 'base').sort()
}
