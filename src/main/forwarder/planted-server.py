"""A server with habits that a forwarder must bear: slow readers, long answers, half-closed lines, other protocols."""

import hashlib
import socketserver
import sys
import time

NAME = sys.argv[1].encode()


class Line(socketserver.StreamRequestHandler):
    def handle(self):
        while True:
            line = self.rfile.readline()
            if not line:
                return
            if line == b"ECHO\n":
                # No HTTP at all: reads to the end of what is sent, then answers.
                said = self.rfile.read()
                self.wfile.write(NAME + b" " + hashlib.sha256(said).hexdigest().encode())
                return
            headers = {}
            while (field := self.rfile.readline().strip()):
                name, _, value = field.partition(b":")
                headers[name.lower()] = value.strip()
            path = line.split()[1]
            if path == b"/upgrade":
                self.wfile.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: plain\r\nConnection: Upgrade\r\n\r\n")
                while (word := self.rfile.readline()):
                    self.wfile.write(NAME + b" " + word)
                return
            if headers.get(b"expect") == b"100-continue":
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            digest, left = hashlib.sha256(), int(headers.get(b"content-length", 0))
            while left:
                if path == b"/slow-reader" and left % 7 == 0:
                    time.sleep(0.001)
                part = self.rfile.read(min(left, 65_536))
                digest.update(part)
                left -= len(part)
            if path == b"/slow":
                time.sleep(1.5)
            if path == b"/chunks":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                for part in (NAME, b" in ", b"parts\n"):
                    self.wfile.write(b"%x;note=1\r\n%s\r\n" % (len(part), part))
                self.wfile.write(b"0\r\nTrailer: x\r\n\r\n")
                continue
            body = b"x" * 50_000_000 if path == b"/large" else NAME + b" " + digest.hexdigest().encode()
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + (b"" if line.startswith(b"HEAD") else body))


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


Server(("0.0.0.0", 8000), Line).serve_forever()
