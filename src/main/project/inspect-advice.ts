import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { lineOf, mistakePath, mistakeWords, unsetIn } from '../../core/project/mistake'

/** What is known of the folder in which a problem was met. */
export interface Ground {
  readonly folder: string
  /** The settings that the project insists on and that have no value. */
  readonly missing: readonly string[]
  readonly texts: readonly string[]
}

/** The problem with what a person can do about it in this very folder. */
export async function advise(problem: Problem, ground: Ground): Promise<Problem> {
  const { failure } = problem
  switch (failure.kind) {
    case 'project-invalid':
      return located(problem, failure, ground)
    case 'variable-missing':
      return ground.missing.length > 1 ? severalMissing(problem, ground) : problem
    case 'file-missing':
      return /env/i.test(basename(failure.path)) ? settingsMissing(problem, failure.path, ground) : problem
    default:
      return problem
  }
}

function located(problem: Problem, failure: Extract<Problem['failure'], { kind: 'project-invalid' }>, { texts }: Ground): Problem {
  const path = mistakePath(problem.evidence)
  const line = failure.line ?? (path ? (texts.map((text) => lineOf(text, path)).find((found) => found !== null) ?? null) : null)
  const detail = [
    mistakeWords(problem.evidence) ?? failure.detail,
    ...unsetIn(problem.evidence).map((name) => `the setting ${name} has no value; a line ${name}=… in the file .env gives it one`),
  ].join('; ')
  return explain({ kind: 'project-invalid', line, detail }, problem.evidence)
}

function severalMissing(problem: Problem, { missing }: Ground): Problem {
  return {
    ...problem,
    title: 'Settings are missing',
    why: `The project needs values for ${missing.join(', ')}. Add a line for each, such as ${missing[0]}=…, to the file .env beside the project file.`,
  }
}

async function settingsMissing(problem: Problem, path: string, { folder }: Ground): Promise<Problem> {
  const example = await exampleOf(path)
  const name = relative(folder, path)
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
