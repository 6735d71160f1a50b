import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { Problem } from '../../core/failure/failure'

/** The problem with what a person can do about it in this very folder; `missing` are the settings that have no value. */
export async function advise(problem: Problem, folder: string, missing: readonly string[]): Promise<Problem> {
  const { failure } = problem
  if (failure.kind === 'variable-missing') return missing.length > 1 ? { ...problem, title: 'Settings are missing', why: `The project needs values for ${missing.join(', ')}. Add a line for each, such as ${missing[0]}=…, to the file .env beside the project file.` } : problem
  if (failure.kind !== 'file-missing' || !/env/i.test(basename(failure.path))) return problem
  const example = await exampleOf(failure.path)
  const name = relative(folder, failure.path)
  const why = example
    ? `The project takes its settings from "${name}", and that file is not there yet. Copy "${relative(folder, example)}" to "${name}" and look through its values.`
    : `The project takes its settings from "${name}", and that file is not there. Create it beside the project file, with one line NAME=value for each setting.`
  return { ...problem, why }
}

// Such as .env.example, .env.sample, env.template, example.env.
async function exampleOf(path: string): Promise<string | null> {
  const names = await readdir(dirname(path)).catch(() => [])
  const own = basename(path).replace(/^\./, '')
  const example = names.find((name) => name.includes(own) && /example|sample|template|dist|default/i.test(name))
  return example === undefined ? null : join(dirname(path), example)
}
