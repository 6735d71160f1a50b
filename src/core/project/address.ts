import type { Project } from './project'

/** Where the app is to answer: another port, or for whom; null leaves what the project's file says. */
export interface Address {
  readonly port: number | null
  readonly who: 'this-computer' | 'network' | null
}

const BIND = { 'this-computer': '127.0.0.1', network: '0.0.0.0' } as const

/**
 * A Compose file that only replaces the published port of each version, to be named after the project's own file;
 * null when nothing is to be changed. The tag `!override` needs Compose 2.24.4 or newer.
 */
export function addressOverride(project: Project, { port, who }: Address): string | null {
  if (port === null && who === null) return null
  const services = new Map(project.variants.flatMap((v) => (v.port ? [[v.main, v.port] as const] : [])))
  if (services.size === 0) return null
  const lines = [...services].flatMap(([name, published]) => [
    `  ${JSON.stringify(name)}:`,
    '    ports: !override',
    `      - ${JSON.stringify(`${who ? BIND[who] : published.address}:${port ?? published.port}:${published.target}`)}`,
  ])
  return ['services:', ...lines, ''].join('\n')
}
