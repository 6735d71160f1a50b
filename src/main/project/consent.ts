import { createHash } from 'node:crypto'
import type { ComposeConfig } from '../../core/project/compose-config'
import { consentText } from '../../core/project/hazards'

/** The hash that a person's consent is remembered under; it changes with anything the project would run. */
export function consentHash(config: ComposeConfig): string {
  return createHash('sha256').update(consentText(config)).digest('hex')
}
