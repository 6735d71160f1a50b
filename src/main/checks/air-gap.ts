import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { couldNotRun, simpleCheck, type Finding } from './check'
import { runInImage } from './run-in-image'
import { samplePhoto } from './sample-photo'

// Starts the real service inside, waits until it is ready, and sends it one photo: all without any network.
const SCRIPT = `
import json, socket, subprocess, sys, time, urllib.request
photo = sys.stdin.buffer.read()
try:
    socket.getaddrinfo("example.org", 443); refused = None
except OSError as error:
    refused = f"example.org: {error}"
began = time.monotonic()
server = subprocess.Popen([sys.executable, "-m", "facecraft"], stdout=sys.stderr)
def get(path, data=None, kind=None):
    request = urllib.request.Request("http://127.0.0.1:8000" + path, data, {"Content-Type": kind} if kind else {})
    return urllib.request.urlopen(request, timeout=60).read()
while True:
    try:
        get("/ready"); break
    except OSError:
        if server.poll() is not None or time.monotonic() - began > 90: sys.exit("the service did not become ready")
        time.sleep(0.1)
ready = time.monotonic() - began
head = b'--cut\\r\\nContent-Disposition: form-data; name="file"; filename="photo"\\r\\nContent-Type: application/octet-stream\\r\\n\\r\\n'
began = time.monotonic()
picture = get("/api/v1/process/quick", head + photo + b"\\r\\n--cut--\\r\\n", "multipart/form-data; boundary=cut")
print(json.dumps({"ready_s": round(ready, 2), "photo_s": round(time.monotonic() - began, 2), "bytes": len(picture), "png": picture[:4] == b"\\x89PNG", "refused": refused}))
server.terminate(); server.wait(20)
`

const answer = z.object({ ready_s: z.number(), photo_s: z.number(), bytes: z.number(), png: z.boolean(), refused: z.string().nullable() })

/** Works without the internet: with no network at all the service starts, loads its models and finishes one real photo. */
export const airGap = simpleCheck('air-gap', async ({ tools, variant }, signal) => {
  const input = await readFile(samplePhoto(tools.place.folder))
  const { command, ran } = await runInImage({ image: variant.image, program: ['python', '-c', SCRIPT], input, seconds: 180 }, signal)
  const shown = `${command.slice(0, command.indexOf(' python -c '))} python -c '…start the service, send it one photo…' < photo.jpg`
  if (ran.kind !== 'exited') return couldNotRun(shown, ran)
  const evidence = { command: shown, output: `${ran.stdout}\n${ran.stderr}`, exitCode: ran.code }
  return ran.code === 0 ? read(ran.stdout, evidence) : { verdict: 'failed', summary: 'No photo came out', ...evidence }
})

function read(stdout: string, evidence: Pick<Finding, 'command' | 'output' | 'exitCode'>): Finding {
  const parsed = answer.safeParse(JSON.parse(stdout.split('\n').at(-1) ?? ''))
  if (!parsed.success || !parsed.data.png) return { verdict: 'failed', summary: 'What came out is no picture', ...evidence }
  if (parsed.data.refused === null) return { verdict: 'could-not-run', summary: 'The network was not cut off', ...evidence }
  return { verdict: 'passed', summary: `One photo in ${parsed.data.photo_s.toFixed(1)} s`, ...evidence }
}
