"""Answers like the app and keeps what it is handed as finished photos; LAZY=1 fetches its model when the first photo comes."""

import json
import os
import signal
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SHELF = Path("/app/processed")
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
        picture = SHELF / self.path.removeprefix("/api/v1/download/")
        if self.path.startswith("/api/v1/download/") and picture.is_file():
            return self.answer(200, picture.read_bytes())
        self.answer(200 if self.path in ANSWERS else 404, json.dumps(ANSWERS.get(self.path, {})).encode())

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        if os.environ.get("LAZY"):
            try:
                socket.getaddrinfo("weights.example.org", 443)
            except OSError as error:
                return self.answer(500, f"the model cannot be fetched: {error}".encode())
        job = os.urandom(4).hex()
        picture = b"\x89PNG\r\n\x1a\n" + job.encode()
        (SHELF / job).mkdir()
        (SHELF / job / "1.png").write_bytes(picture)
        self.answer(200, picture, job)

    def answer(self, status, body, job=""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if job:
            self.send_header("X-Facecraft-Job", job)
        self.end_headers()
        self.wfile.write(body)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
