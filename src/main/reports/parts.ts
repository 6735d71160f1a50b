import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { partsSchema, type Parts } from '../../core/check/report/sbom'
import type { Ground } from '../checks/ground/ground'
import { panelFolder } from '../files/panel-folder'

// Asks Debian's own list, Python's, and the folder of the photo models.
const SCRIPT = `
import hashlib, importlib.metadata as found, json, pathlib, subprocess
try:
    lines = subprocess.run(["dpkg-query", "-W", "-f", "\${Package}\\t\${Version}\\t\${Architecture}\\n"], capture_output=True, text=True).stdout.split("\\n")
except OSError:
    lines = []
debian = [dict(zip(("name", "version", "architecture"), line.split("\\t"))) for line in lines if line.count("\\t") == 2]
def licence(about):
    named = about.get("License-Expression") or about.get("License") or ""
    classes = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    return named if named and len(named) < 80 else (classes or [""])[0]
python = [{"name": d.metadata["Name"], "version": d.version, "licence": licence(d.metadata)} for d in found.distributions() if d.metadata["Name"]]
folder = pathlib.Path("/app/models")
models = [{"name": f.name, "sha256": hashlib.sha256(f.read_bytes()).hexdigest()} for f in sorted(folder.glob("*")) if f.is_file() and f.suffix != ".lock"] if folder.is_dir() else []
print(json.dumps({"debian": debian, "python": python, "models": models}))
`
const SECONDS = 120

/** Lists the parts of a package from inside it, once for each package; nothing is claimed where they cannot be listed. */
export async function keepParts(ground: Ground, digest: string, signal: AbortSignal): Promise<void> {
  if (existsSync(fileOf(digest))) return
  const { ran } = await (await ground.room()).run({ program: ['python3', '-c', SCRIPT], seconds: SECONDS }, signal)
  if (ran.kind !== 'exited' || ran.code !== 0) return
  writeFileSync(fileOf(digest), JSON.stringify(partsSchema.parse(JSON.parse(ran.stdout))))
}

/** The parts of a package as they were listed when it was checked; null when they never were. */
export function keptParts(digest: string): Parts | null {
  try {
    return partsSchema.parse(JSON.parse(readFileSync(fileOf(digest), 'utf8')))
  } catch {
    return null
  }
}

function fileOf(digest: string): string {
  return join(panelFolder('parts'), `${digest.replace(/[^\w]/g, '-')}.json`)
}
