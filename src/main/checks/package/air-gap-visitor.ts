/**
 * The visitor in the room: waits until the service is ready, hands it one photo from its own input, and prints what came
 * of it as one line of JSON, with every name that was looked up and refused.
 */
export const AIR_GAP_VISITOR = `
import json, os, sys, time, urllib.error, urllib.request
photo = sys.stdin.buffer.read()
def note(name):
    try:
        with open("/tmp/room/" + name) as book: return book.read()
    except OSError:
        return ""
def tell(**more):
    print(json.dumps({"looked_up": sorted(set(note("looked-up").split())), "networks": sorted(os.listdir("/sys/class/net")), **more})); sys.exit()
def ask(path, data=None, kind=None):
    request = urllib.request.Request("http://127.0.0.1:8000" + path, data, {"Content-Type": kind} if kind else {})
    return urllib.request.urlopen(request, timeout=120).read()
began, last = time.monotonic(), ""
while True:
    try:
        ask("/ready"); break
    except urllib.error.HTTPError as error:
        last = error.read().decode("utf-8", "replace")
    except OSError as error:
        last = str(error)
    if note("ended") or time.monotonic() - began > float(sys.argv[1]):
        tell(ready=False, why=note("ended") or last)
    time.sleep(0.1)
head = b'--cut\\r\\nContent-Disposition: form-data; name="file"; filename="photo"\\r\\nContent-Type: application/octet-stream\\r\\n\\r\\n'
began = time.monotonic()
try:
    picture = ask("/api/v1/process/quick", head + photo + b"\\r\\n--cut--\\r\\n", "multipart/form-data; boundary=cut")
except urllib.error.HTTPError as error:
    tell(ready=True, why=f"{error.code} " + error.read().decode("utf-8", "replace"))
except OSError as error:
    tell(ready=True, why=str(error))
tell(ready=True, photo_s=round(time.monotonic() - began, 2), bytes=len(picture), png=picture[:4] == b"\\x89PNG")
`
