import type { Outcome } from '../../core/operation/operation'
import type { Variant } from '../../core/project/project'
import { createGround } from '../checks/ground/ground'
import { checkName, CHECK_LABEL } from '../checks/ground/names'
import { photoFolders } from '../checks/running/photo-folders'
import { runDocker } from '../compose/run-compose'
import type { Telling, Tools } from './tools'
import { verify } from './verify'

const REPAIR_SECONDS = 300
// Only what changing an owner needs, and no network: nothing is read, changed or deleted.
const RIGHTS = ['--user', '0:0', '--network', 'none', '--read-only', '--cap-drop', 'ALL', '--cap-add', 'CHOWN', '--cap-add', 'DAC_READ_SEARCH']

/** Gives the folders with photos to the app's own user, then checks again whether photos can be saved. */
export async function* repairFolders(tools: Tools, variant: Variant, signal: AbortSignal): AsyncGenerator<Telling, Outcome> {
  yield { stage: 'checks' }
  const ground = createGround(tools, variant, signal)
  const folders = (await photoFolders({ tools, variant, ground, digest: null })).filter((folder) => folder.exists)
  const mounts = folders.flatMap(({ volume, path }) => ['--volume', `${volume}:${path}`])
  const paths = folders.map(({ path }) => path)
  const { Config: config } = await tools.docker.getImage(variant.image).inspect()
  const user = config.User || 'appuser'
  const args = ['run', '--rm', '--name', checkName(), '--label', `${CHECK_LABEL}=check`, ...RIGHTS, ...mounts, '--entrypoint', 'chown', variant.image]
  if (folders.length > 0) await runDocker({ args: [...args, '-R', `${user}:`, ...paths], seconds: REPAIR_SECONDS }, signal)
  return yield* verify(tools, { variant, only: ['can-save'] }, signal)
}
