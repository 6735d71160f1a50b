import { secretsIn } from '../../../core/check/secret-words'
import { deadline } from '../../engine/deadline'
import { simpleCheck } from '../check'
import { buildAgain } from '../fixes'

const ASK_MS = 20_000

/** Holds no passwords or keys: nothing in the steps it was built by or in its settings looks like one. */
export const noSecrets = simpleCheck({ id: 'no-secrets', turn: 'after-build' }, async ({ tools, variant }) => {
  const image = tools.docker.getImage(variant.image)
  const [history, { Config: config }] = await Promise.all([
    deadline(image.history() as Promise<readonly { readonly CreatedBy: string }[]>, ASK_MS),
    deadline(image.inspect(), ASK_MS),
  ])
  const settings = [...(config.Env ?? []), ...Object.entries(config.Labels ?? {}).map(([name, value]) => `${name}=${value}`)]
  const found = secretsIn([...history.map((step) => step.CreatedBy), ...settings].join('\n'))
  const command = `docker history --no-trunc ${variant.image}; docker image inspect ${variant.image}`
  const evidence = { command, output: [`${history.length} steps and ${settings.length} settings were read`, ...found].join('\n'), exitCode: 0 }
  if (found.length > 0) return { verdict: 'failed', summary: `Found ${found.length === 1 ? 'one' : found.length}`, ...evidence, fix: buildAgain }
  return { verdict: 'passed', summary: 'None found', ...evidence }
})
