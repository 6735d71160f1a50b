import { runDocker, type Ran } from '../../compose/run-compose'
import { couldNotRun, evidenceOf, simpleCheck, type Finding, type Subject } from '../check'
import { repairFolders } from '../fixes'
import { execIn } from '../ground/exec'
import { checkName, CHECK_LABEL } from '../ground/names'
import { removeContainer } from '../ground/remove'
import { photoFolders, type PhotoFolder } from './photo-folders'
import { appOf } from './in-app'

// Says for each folder whether the app's own user could write a file, read it back and remove it.
const SCRIPT = `bad=0; for folder in "$@"; do file="$folder/.facecraft-check"
if printf kept > "$file" && [ "$(cat "$file")" = kept ] && rm "$file"; then echo "$folder: written, read back and removed as $(id -un)"
else echo "$folder: cannot be written as $(id -un), it belongs to $(stat -c %U "$folder")"; bad=1; fi; done 2>/dev/null; exit $bad`

/** Can save photos: a file is written, read back and removed in both folders, where they are or would be. */
export const canSave = simpleCheck({ id: 'can-save', turn: 'after-build' }, async (subject, signal) => {
  const folders = await photoFolders(subject)
  if (folders.length === 0) return { verdict: 'not-applicable', summary: 'Keeps no photos', command: '', output: '', exitCode: null }
  const runs = subject.tools.app.running()?.service === subject.variant.main
  const there = folders.filter((folder) => folder.exists)
  if (!runs && there.length > 0) return judge(await lookAtFolders(subject, there, signal), there)
  const found = await appOf(subject)
  if (found.kind === 'none') return found.finding
  const paths = folders.map((folder) => folder.path)
  const ran = await execIn(found.app.container, { program: ['sh', '-c', SCRIPT, 'sh', ...paths], seconds: 60 }, signal)
  return {
    ...judge({ command: `docker exec ${found.app.container.id.slice(0, 12)} sh -c '…write, read and remove a file…' ${paths.join(' ')}`, ran }, folders),
    digest: found.digest,
  }
})

// While the app does not run, its folders are looked at from a container of its package, with no network.
async function lookAtFolders(
  { tools, variant }: Subject,
  folders: readonly PhotoFolder[],
  signal: AbortSignal,
): Promise<{ readonly command: string; readonly ran: Ran }> {
  const name = checkName()
  const mounts = folders.flatMap(({ volume, path }) => ['--volume', `${volume}:${path}`])
  const paths = folders.map(({ path }) => path)
  const args = ['run', '--rm', '--name', name, '--label', `${CHECK_LABEL}=check`, '--network', 'none', ...mounts, '--entrypoint', 'sh', variant.image]
  const ran = await runDocker({ args: [...args, '-c', SCRIPT, 'sh', ...paths], seconds: 120 }, signal)
  if (ran.kind !== 'exited') await removeContainer(tools.docker, name)
  return { command: `docker ${args.join(' ')} -c '…write, read and remove a file…' ${paths.join(' ')}`, ran }
}

function judge({ command, ran }: { readonly command: string; readonly ran: Ran }, folders: readonly PhotoFolder[]): Finding {
  if (ran.kind !== 'exited') return couldNotRun(command, ran)
  const evidence = evidenceOf(command, ran)
  if (ran.code === 0) return { verdict: 'passed', summary: `Yes, in ${folders.length === 2 ? 'both' : folders.length} folders`, ...evidence }
  if (!/cannot be written/.test(ran.stdout)) return { verdict: 'could-not-run', summary: 'The package did not answer', ...evidence }
  const owner = /it belongs to (\S+)/.exec(ran.stdout)?.[1] ?? 'another user'
  return { verdict: 'failed', summary: `A folder belongs to ${owner}`, ...evidence, fix: repairFolders }
}
