import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, run } from '../lib/run.mjs'

const LEFT_OUT = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/info/*', '/usr/share/locale/*', '/usr/share/lintian/*']
const OWN_AUTHORITIES = '/usr/local/share/ca-certificates'

/**
 * Makes a tar file of a minimal Debian, slimmed as the published -slim image is.
 * @param {{ suite: string, mirror: string, archive: string }} order
 * @returns {Promise<string | undefined>} why it failed, or undefined
 */
export async function makeRootArchive({ suite, mirror, archive }) {
  const folder = `${archive}.root`
  const log = `${archive}.log`
  rmSync(folder, { recursive: true, force: true })
  try {
    const made = await run(['debootstrap', '--variant=minbase', suite, folder, mirror], { log })
    if (made.code !== 0) return lastLines(made.output)
    slim(folder)
    trustOwnAuthorities(folder)
    const packed = await run(['tar', '-C', folder, '--numeric-owner', '-cf', archive, '.'], { log })
    return packed.code === 0 ? undefined : lastLines(packed.output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function slim(folder) {
  const dpkg = join(folder, 'etc/dpkg/dpkg.cfg.d')
  writeFileSync(join(dpkg, 'docker'), LEFT_OUT.map((path) => `path-exclude ${path}\n`).join(''))
  writeFileSync(join(dpkg, 'docker-apt-speedup'), 'force-unsafe-io\n')
  const emptied = ['var/cache/apt', 'var/lib/apt/lists', 'var/log', ...LEFT_OUT.map((path) => path.slice(1, -2))]
  for (const path of emptied) {
    rmSync(join(folder, path), { recursive: true, force: true })
    mkdirSync(join(folder, path), { recursive: true })
  }
}

/**
 * Lets builds trust what this computer trusts, as where a company's proxy signs all connections. Both the bundle and its
 * sources: the bundle is rewritten once a Dockerfile installs ca-certificates, the sources do nothing before that.
 */
function trustOwnAuthorities(folder) {
  const bundle = 'etc/ssl/certs/ca-certificates.crt'
  if (existsSync(`/${bundle}`)) {
    mkdirSync(join(folder, 'etc/ssl/certs'), { recursive: true })
    copyFileSync(`/${bundle}`, join(folder, bundle))
  }
  if (!existsSync(OWN_AUTHORITIES)) return
  mkdirSync(join(folder, OWN_AUTHORITIES), { recursive: true })
  for (const name of readdirSync(OWN_AUTHORITIES).filter((file) => file.endsWith('.crt'))) {
    copyFileSync(join(OWN_AUTHORITIES, name), join(folder, OWN_AUTHORITIES, name))
  }
}
