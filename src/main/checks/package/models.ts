import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { found, simpleCheck } from '../check'
import { buildAgain } from '../fixes'
import { askInRoom } from './in-room'

const FOLDER = '/app/models'

/** Its photo models are the expected files: each has the hash that docker/models.lock names. */
export const models = simpleCheck({ id: 'models', turn: 'after-build' }, async (subject, signal) => {
  const lock = await readFile(join(subject.tools.place.folder, 'docker', 'models.lock'), 'utf8').catch(() => null)
  const expected = lock === null ? [] : modelsIn(lock)
  if (expected.length === 0) return found('not-applicable', 'The project names none')
  const program = ['sha256sum', ...expected.map((model) => `${FOLDER}/${model.name}`)]
  const asked = await askInRoom(subject, { program, seconds: 120 }, signal)
  if (asked.kind === 'silent') return asked.finding
  const inside = new Map(asked.stdout.split('\n').map((line) => [line.slice(66).replace(`${FOLDER}/`, ''), line.slice(0, 64)]))
  const wrong = expected.find((model) => inside.get(model.name) !== model.sha256)
  if (!wrong) return { verdict: 'passed', summary: `All ${expected.length} as named`, ...asked.evidence }
  const summary = inside.has(wrong.name) ? `${wrong.name} is another file` : `${wrong.name} is missing`
  return { verdict: 'failed', summary, ...asked.evidence, output: `${asked.evidence.output}\nexpected ${wrong.sha256}  ${wrong.name}`, fix: buildAgain }
})

function modelsIn(lock: string): readonly { readonly name: string; readonly sha256: string }[] {
  return lock.split(/^\[\[/m).flatMap((part) => {
    const of = (key: string): string | undefined => new RegExp(`^${key} = "([^"]+)"`, 'm').exec(part)?.[1]
    const [name, sha256] = [of('name'), of('sha256')]
    return part.startsWith('model]]') && name && sha256 ? [{ name, sha256 }] : []
  })
}
