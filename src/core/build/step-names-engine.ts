import type { PlainStep } from './step-names'

/** The words for the engine's own steps, before and after the instructions. */
export function engineStep(raw: string): PlainStep {
  const text = raw.replace(/^\[[^\]]*\] /, '')
  const [, phase, name, explanation] = STEPS.find(([pattern]) => pattern.test(text)) ?? UNKNOWN
  return { phase, name: name === '' ? firstWords(text) : name, explanation }
}

/** The beginning of a text, cut between words, for a name that no table knows. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()} …`
}

const LONGEST = 44

type Row = readonly [RegExp, 'setup' | 'export', string, string | null]

const UNKNOWN: Row = [/./, 'setup', '', null]

const STEPS: readonly Row[] = [
  [/^load local bake definitions/, 'setup', 'Plan', 'Docker reads what is to be built.'],
  [/^load build definition/, 'setup', 'Recipe', 'Docker reads the file that says how the app package is made.'],
  [/^load \.dockerignore/, 'setup', 'Files to leave out', 'Docker reads which files of the project folder are not needed.'],
  [/^load metadata for/, 'setup', 'Look up the base system', 'Docker asks which base system is the right one.'],
  [/^load build context|^load remote build context/, 'setup', 'Project files', 'Docker takes over the files of the project folder.'],
  [/pull token for|^auth/, 'setup', 'Sign in for downloads', 'Docker asks for permission to download the base system.'],
  [/^resolve image config|^docker-image:\/\//, 'setup', 'Recipe reader', 'Docker fetches the part that reads the recipe.'],
  [/^importing cache/, 'setup', 'Earlier work', 'Docker looks for finished steps that can be reused.'],
  [/^exporting (to|config|manifest|attestation|layers)|^sending tarball|^writing image|^naming to/, 'export', 'App package', 'Docker packs the finished app.'],
  [/^exporting cache/, 'export', 'Keep the work', 'Docker keeps finished steps for the next build.'],
  [/^resolving provenance|^importing to docker/, 'export', 'Where it comes from', 'Docker notes what the app package was made of.'],
  [/^generating sbom/, 'export', 'List of contents', null],
]
