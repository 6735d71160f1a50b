"""Answers /health, /ready and /status like the app, with faults on demand.

FAULT=crash ends at once with code 1, FAULT=exit-3 with code 3, FAULT=unready is never ready, FAULT=deaf neither that nor
ends when it is asked to, FAULT=ends-when-ready ends with code 4 just after it said ready, FAULT=ends-slowly takes a second to
end. GET /fault/unready/2 is not ready for 2 s, /fault/exit/3 ends with that code, /fault/memory takes all memory there is, and /fault/log/9 writes nine lines.
/fault/talk/9 writes one line each 9 ms, to both outputs in turn, /fault/long/9 nine letters and some bytes that are no text in
one line and a line after it, /fault/say/WORDS+MORE just that.
"""

import json
import os
import signal
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STATUS = {
    "version": os.environ.get("VERSION", ""),
    "uptime_seconds": 1,
    "device": {"requested": "cpu", "used": os.environ.get("USED", "cpu"), "name": "stand-in", "torch": "", "cuda": None},
    "photos": {"done": 0, "failed": 0, "seconds_per_photo": None},
    "models": [],
    "cleanup_age_hours": 0,
}
ANSWERS = {"/health": {"status": "healthy"}, "/ready": {"ready": True, "models_loaded": True}, "/status": STATUS}
asked = os.environ.get("FAULT", "")
never = asked in ("unready", "deaf")
state = {"unready_until": float("inf") if never else time.monotonic() + float(os.environ.get("READY_AFTER", "0")), "lines": 0}


def fault(kind, value):
    if kind == "unready":
        state["unready_until"] = time.monotonic() + float(value)
    elif kind == "exit":
        threading.Timer(0.05, os._exit, [int(value)]).start()
    elif kind == "memory":
        threading.Timer(0.05, take_all_memory).start()
    elif kind == "log":
        for _ in range(int(value)):
            state["lines"] += 1
            print(f"INFO line {state['lines']}", flush=True)
    elif kind == "say":
        print(value.replace("+", " "), flush=True)
    elif kind == "long":
        os.write(2, b"x" * int(value) + b"\x00\x01\xff\x1b\n")
        fault("log", "1")
    elif kind == "talk":
        threading.Thread(target=talk, args=[float(value) / 1000], daemon=True).start()


def talk(pause):
    while True:
        state["lines"] += 1
        print(f"INFO line {state['lines']}", file=[sys.stdout, sys.stderr][state["lines"] % 2], flush=True)
        time.sleep(pause)


def take_all_memory():
    taken = []
    while True:
        taken.append(bytearray(os.urandom(1 << 20)))


class Handler(BaseHTTPRequestHandler):
    # As the app's own server: a connection stays open for the next question.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        if self.path.startswith("/fault/"):
            kind, _, value = self.path.removeprefix("/fault/").partition("/")
            fault(kind, value)
            return self.answer(200, {})
        if self.path == "/ready" and time.monotonic() < state["unready_until"]:
            return self.answer(503, {"ready": False, "reasons": ["asked to be"]})
        if self.path == "/ready" and asked == "ends-when-ready":
            fault("exit", 4)
        self.answer(200 if self.path in ANSWERS else 404, ANSWERS.get(self.path, {}))

    def answer(self, status, words):
        body = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def end(*_):
    if asked == "deaf":
        return
    if asked == "ends-slowly":
        time.sleep(1)
    sys.exit(0)


if asked == "crash":
    sys.exit("asked to end")
if asked.startswith("exit-"):
    sys.exit(int(asked.removeprefix("exit-")))
signal.signal(signal.SIGTERM, end)
# As many may wait as at the app's own server; five, which is usual here, are too few for a busy computer.
ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
