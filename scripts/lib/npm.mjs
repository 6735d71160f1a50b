import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The npm command as an argument array; through its script, since Windows starts no `npm.cmd` without a shell. */
export function npmCommand(env = process.env, node = process.execPath) {
  const beside = join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const script = [env.npm_execpath, beside].find((path) => path?.endsWith('.js') && existsSync(path))
  return script ? [node, script] : ['npm']
}
