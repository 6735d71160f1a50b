import { simpleCheck } from '../check'
import { buildAgain } from '../fixes'
import { askInRoom } from './in-room'

const EXPECTED = 'appuser'
const SCRIPT = 'whoami; id -u; find / -xdev -type f -perm /6000 2>/dev/null; true'

/** Does not run as administrator: the user inside is appuser, and no program inside gives its caller rights. */
export const notAdministrator = simpleCheck({ id: 'not-administrator', turn: 'after-build' }, async (subject, signal) => {
  const asked = await askInRoom(subject, { program: ['sh', '-c', SCRIPT], seconds: 120 }, signal)
  if (asked.kind === 'silent') return asked.finding
  if (asked.code !== 0) return { verdict: 'could-not-run', summary: 'The package did not answer', ...asked.evidence }
  const [user = '', uid = '', ...setuid] = asked.stdout.split('\n').filter(Boolean)
  if (user !== EXPECTED || uid === '0') return { verdict: 'failed', summary: `Runs as ${user}`, ...asked.evidence, fix: buildAgain }
  if (setuid.length > 0) return { verdict: 'failed', summary: `${setuid.length} programs give rights`, ...asked.evidence, fix: buildAgain }
  return { verdict: 'passed', summary: `Runs as ${user}`, ...asked.evidence }
})
