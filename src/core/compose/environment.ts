const ALLOWED = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK'],
  ...['DOCKER_HOST', 'DOCKER_CONFIG', 'DOCKER_CONTEXT', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY', 'DOCKER_API_VERSION'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'PATHEXT', 'APPDATA', 'LOCALAPPDATA', 'ProgramData', 'ProgramFiles', 'USERPROFILE'],
])

const MAC_PLACES = ['/usr/local/bin', '/opt/homebrew/bin', '/Applications/Docker.app/Contents/Resources/bin']

/**
 * The environment for the compose command: only what Docker itself needs and the project's own FACECRAFT_ variables,
 * since Compose puts any variable of its environment into the files it reads.
 */
export function composeEnvironment(from: Readonly<Record<string, string | undefined>>, platform: string): Record<string, string> {
  const kept = Object.entries(from).filter((e): e is [string, string] => e[1] !== undefined && (ALLOWED.has(e[0]) || e[0].startsWith('FACECRAFT_')))
  const env = Object.fromEntries(kept)
  // Programs started from the Dock or Finder get a PATH without the places where Docker's tools are installed.
  if (platform === 'darwin') env['PATH'] = [env['PATH'], ...MAC_PLACES].filter(Boolean).join(':')
  return { ...env, DOCKER_CLI_HINTS: 'false', COMPOSE_MENU: 'false', NO_COLOR: '1' }
}
