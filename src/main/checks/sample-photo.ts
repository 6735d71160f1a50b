import { join } from 'node:path'

/** The photo that checks send: a public domain portrait that comes with the project. */
export function samplePhoto(folder: string): string {
  return join(folder, 'docker', 'service', 'tests', 'photos', 'astronaut.jpg')
}
