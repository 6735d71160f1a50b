import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

const PREFIX = 'facecraft-check'

/** The label on everything that the panel starts for a check. */
export const CHECK_LABEL = 'facecraft.panel'

/** A name for what a check starts; it tells which process of which computer made it, so that leftovers are known as such. */
export function checkName(): string {
  return `${PREFIX}-${here()}-${process.pid}-${randomBytes(3).toString('hex')}`
}

/** Whether a name was given by a panel of this computer that is gone. */
export function isLeftover(name: string): boolean {
  const [, host, pid] = /^facecraft-check-([0-9a-f]{6})-(\d+)-[0-9a-f]{6}$/.exec(name) ?? []
  return host === here() && !isAlive(Number(pid))
}

function here(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
