import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ComposeCommand } from '../../core/compose/command'
import { config } from '../../core/compose/config'
import { isPlain, saysName } from '../../core/project/plain-text'
import { runCapped, type Capped } from './compose-capped'
import { unlikeFile, type Found } from './compose-files'

const MOST_BYTES = 65_536

/** A first question that Compose was asked before the files were looked at closely. */
export interface Early {
  readonly command: ComposeCommand
  readonly answer: Promise<Capped>
}

/** Asks Compose at once about files that are plain enough for that; null where they are not. */
export async function askEarly({ place, settings, aids }: Extract<Found, { kind: 'found' }>, signal: AbortSignal): Promise<Early | null> {
  const path = join(place.folder, place.file)
  if ((place.overrides ?? []).length > 0 || (await unlikeFile(path)) !== null || (await stat(path)).size > MOST_BYTES) return null
  const text = await readFile(path, 'utf8')
  if (!isPlain(text)) return null
  const named = saysName(text) || settings['COMPOSE_PROJECT_NAME']
  const command = config(named ? { ...place, name: null } : place, ['*'])
  return { command, answer: runCapped(command, aids, signal) }
}
