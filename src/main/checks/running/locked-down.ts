import { couldNotRun, evidenceOf, simpleCheck } from '../check'
import { buildAgain, copyLines } from '../fixes'
import { execIn } from '../ground/exec'
import { appOf } from './in-app'

const LINES = `    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
`

/** Has no more rights than it needs: the running process is no administrator, has no special rights and can gain none. */
export const lockedDown = simpleCheck({ id: 'locked-down', turn: 'after-build' }, async (subject, signal) => {
  const found = await appOf(subject)
  if (found.kind === 'none') return found.finding
  const { app, digest } = found
  const { HostConfig: host, Id: id } = await app.container.inspect()
  const command = `docker exec ${id.slice(0, 12)} cat /proc/1/status`
  const ran = await execIn(app.container, { program: ['cat', '/proc/1/status'], seconds: 60 }, signal)
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  const of = (name: string): string => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(ran.stdout)?.[1] ?? '?'
  const facts = { uid: of('Uid'), rights: of('CapEff'), most: of('CapBnd'), gain: of('NoNewPrivs'), filter: of('Seccomp') }
  const output = [
    `Uid ${facts.uid}`,
    `CapEff ${facts.rights}`,
    `CapBnd ${facts.most}`,
    `NoNewPrivs ${facts.gain}`,
    `Seccomp ${facts.filter}`,
    `ReadonlyRootfs ${host.ReadonlyRootfs}`,
    `Privileged ${host.Privileged}`,
  ].join('\n')
  const evidence = { ...evidenceOf(command, ran), output, digest }
  if (ran.code !== 0 || facts.uid === '?') return { verdict: 'could-not-run', summary: 'It did not say', ...evidence }
  if (facts.uid === '0' || host.Privileged) return { verdict: 'failed', summary: 'Runs as administrator', ...evidence, fix: buildAgain }
  const loose = [
    /[^0]/.test(facts.most) ? 'keeps special rights' : null,
    facts.gain === '1' ? null : 'could gain rights',
    facts.filter === '0' ? 'has no filter' : null,
    host.ReadonlyRootfs ? null : 'can change itself',
  ].filter((word) => word !== null)
  if (loose.length === 0) return { verdict: 'passed', summary: `As user ${facts.uid}, no rights`, ...evidence }
  const [first = ''] = loose
  return {
    verdict: 'needs-a-look',
    summary: first.charAt(0).toUpperCase() + first.slice(1),
    ...evidence,
    fix: copyLines(`Put these lines into ${subject.variant.main} in ${subject.tools.place.file}, then restart.`, LINES),
  }
})
