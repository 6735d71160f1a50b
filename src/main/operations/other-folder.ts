import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { explain } from '../../core/failure/explain'
import type { Problem } from '../../core/failure/failure'
import { deadline } from '../engine/deadline'
import { isConsented } from '../project/consents-kept'
import type { Tools } from './tools'

const LIST_MS = 5000

/** Whether the containers under this project's name were made from another folder that is still there: starting would replace them. */
export async function otherFolder({ docker, project }: Tools): Promise<Problem | null> {
  const mine = await realpath(project.folder).catch(() => project.folder)
  const filters = { label: [`com.docker.compose.project=${project.name}`] }
  const listed = await deadline(docker.listContainers({ all: true, filters }), LIST_MS)
  const folders = new Set(listed.flatMap((c) => c.Labels['com.docker.compose.project.working_dir'] ?? []))
  for (const folder of folders) {
    // One that is gone was moved, or belonged to an earlier version of this panel.
    const other = await realpath(folder).catch(() => null)
    const consent = createHash('sha256').update(`folder ${folder} ${mine}`).digest('hex')
    if (other !== null && other !== mine && !isConsented(consent)) return explain({ kind: 'other-folder', folder, consent }, [])
  }
  return null
}
