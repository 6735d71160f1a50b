import { existsSync, readFileSync } from 'node:fs'

/** Which Linux distribution this is, read from its own description; undefined elsewhere. */
export function thisDistribution() {
  const file = '/etc/os-release'
  return process.platform === 'linux' && existsSync(file) ? parseOsRelease(readFileSync(file, 'utf8')) : undefined
}

/** Reads id, codename and name out of an os-release file. */
export function parseOsRelease(text) {
  const values = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key, value]) => [key, value.replace(/^["']|["']$/g, '')]))
  return { id: values.ID, codename: values.VERSION_CODENAME, name: values.PRETTY_NAME ?? values.ID }
}

/** Whether we know the names of this distribution's packages. */
export function usesApt(distribution) {
  return ['debian', 'ubuntu'].includes(distribution?.id)
}

/** Whether we may offer to install packages here: Debian or Ubuntu, as root. */
export function canInstall(distribution, uid = process.getuid?.()) {
  return uid === 0 && usesApt(distribution)
}

/**
 * Which packages make an engine on a distribution, and where from.
 * `newer` come from each of `suites` in turn until one runs, `own` from the distribution itself.
 */
export function enginePackages({ id, codename }) {
  if (id === 'ubuntu') {
    return { suites: [codename], newer: ['docker.io', 'containerd', 'docker-compose-v2', 'docker-buildx'], own: ownPackages }
  }
  // Debian's newest engine needs only an old libc; its runc and iptables need a newer one than Debian 12 has.
  // Debian's own engine comes last: in version 12 it has no Compose plugin.
  const newer = ['docker.io', 'containerd', 'docker-cli', 'docker-compose', 'docker-buildx']
  return { suites: [...new Set(['sid', 'trixie', codename])], newer, own: ownPackages }
}

/**
 * The lines of an apt source list for a distribution and one more suite, on the mirrors that this computer already uses.
 * @param {string} printedUris what `apt-get --print-uris update` prints
 */
export function sourceLines({ id, codename }, suite, printedUris) {
  const main = mirrorOf({ codename }, printedUris)
  const security = findMirror(printedUris, [`${codename}-security`, 'stable-security', 'oldstable-security'])
  if (!main) return undefined
  const options = `[signed-by=/usr/share/keyrings/${id}-archive-keyring.gpg]`
  const components = id === 'ubuntu' ? 'main universe' : 'main'
  const line = (mirror, name) => `deb ${options} ${mirror} ${name} ${components}\n`
  const names = id === 'ubuntu' ? [codename, `${codename}-updates`] : [...new Set([codename, suite])]
  return names.map((name) => line(main, name)).join('') + (security ? line(security, `${codename}-security`) : '')
}

/** The mirror of the distribution itself in what `apt-get --print-uris update` prints. */
export function mirrorOf({ codename }, printedUris) {
  return findMirror(printedUris, [codename, 'stable', 'oldstable'])
}

function findMirror(printedUris, suites) {
  const lines = [...printedUris.matchAll(/^'(\S+)\/dists\/([^/']+)\/InRelease'/gm)]
  return lines.find(([, , suite]) => suites.includes(suite))?.[1]
}

const ownPackages = [
  'runc',
  'iptables',
  'tini',
  'libseccomp2',
  'libip4tc2',
  'libip6tc2',
  'libxtables12',
  'libnetfilter-conntrack3',
  'libnfnetlink0',
  'libnftnl11',
  'libmnl0',
]
