import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// What nvidia-smi prints for one desktop card; no card is here.
const CARD = 'NVIDIA GeForce RTX 3060, 560.35.03, 12288, 4710, 3'

/** Programs that make this computer look as if it had a card, in a folder for the PATH. */
export interface PretendedCard {
  readonly path: string
  driver(there: 'there' | 'gone'): void
  addOn(there: 'there' | 'gone'): void
}

/** A folder of pretended programs: at first a driver with one card, and no add-on. */
export function pretendCard(folder: string): PretendedCard {
  const bin = join(folder, 'pretended')
  mkdirSync(bin, { recursive: true })
  const program = (name: string, text: string) => (there: 'there' | 'gone') => {
    const path = join(bin, name)
    if (there === 'gone') return rmSync(path, { force: true })
    writeFileSync(path, `#!/bin/sh\n${text}\n`)
    chmodSync(path, 0o755)
  }
  const driver = program('nvidia-smi', `echo '${CARD}'`)
  driver('there')
  return { path: `${bin}:${process.env['PATH'] ?? ''}`, driver, addOn: program('nvidia-container-runtime-hook', 'exit 0') }
}

/** Lets the second version of a stand-in project ask for an NVIDIA card. */
export function askForCard(project: string): void {
  const path = join(project, 'docker-compose.yml')
  if (!existsSync(path)) throw new Error(`no project in ${project}`)
  const device = '    deploy: { resources: { reservations: { devices: [{ driver: nvidia, count: all, capabilities: [gpu] }] } } }\n'
  writeFileSync(path, readFileSync(path, 'utf8').replace('    profiles: [b]\n', `    profiles: [b]\n${device}`))
}
