"""Answers /health, /ready and /status like the app; FAULT=crash ends at once with code 3."""

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STATUS = {
    "version": "0",
    "uptime_seconds": 1,
    "device": {"requested": "cpu", "used": "cpu", "name": "stand-in", "torch": "", "cuda": None},
    "photos": {"done": 0, "failed": 0, "seconds_per_photo": None},
    "models": [],
    "cleanup_age_hours": 0,
}
ANSWERS = {"/health": {"status": "healthy"}, "/ready": {"ready": True, "models_loaded": True}, "/status": STATUS}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(ANSWERS.get(self.path, {})).encode()
        self.send_response(200 if self.path in ANSWERS else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if os.environ.get("FAULT") == "crash":
    sys.exit("asked to end")
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
