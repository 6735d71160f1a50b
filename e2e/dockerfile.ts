import { execa } from 'execa'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place'

const OUTPUT_STEP = /^RUN for i .*$/m
const PATIENCE_MS = 120_000

/** Puts another command where the stand-in's Dockerfile prints its parts, or where another step is. */
export function replaceStep(place: Place, run: string, step: RegExp = OUTPUT_STEP): void {
  const file = join(place.project, 'Dockerfile')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(step, () => `RUN ${run}`),
  )
}

/** A build that stays in one step, printing a line each half second, until `release` is called; more can be printed before and after. */
export function holdBuild(place: Place, { before = 'true', after = 'true' } = {}): { readonly release: () => Promise<void> } {
  const gate = `--mount=type=cache,id=${place.name},target=/gate`
  replaceStep(
    place,
    `${gate} ${before}; i=0; until [ -e /gate/open ] || [ $i = 240 ]; do i=$((i+1)); echo "line $i"; sleep 0.5; done; echo "past the gate"; ${after}`,
  )
  return {
    async release() {
      // The two builds share nothing but the cache folder, in which this one leaves a file. The name is said in the
      // command too, since a folder's name does not make a step another one.
      const opener = {
        services: {
          gate: {
            image: `${place.name}:gate`,
            build: { context: '.', dockerfile_inline: `FROM debian:trixie-slim\nRUN ${gate} echo ${place.name} > /gate/open\n` },
          },
        },
      }
      const file = join(place.folder, 'gate.json')
      writeFileSync(file, JSON.stringify(opener))
      await execa('docker', ['compose', '-p', place.name, '-f', file, 'build'], { timeout: PATIENCE_MS })
    },
  }
}

/** How many lines of a held build a log holds; throws where one is missing, doubled or out of order. */
export function heldLines(log: string): number {
  const numbers = [...log.matchAll(/\bline (\d+)/g)].map((found) => Number(found[1]))
  const wrong = numbers.findIndex((number, at) => number !== at + 1)
  if (wrong >= 0) throw new Error(`line ${wrong + 1} of the log says ${numbers[wrong]}`)
  return numbers.length
}
