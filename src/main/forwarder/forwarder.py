"""Holds the app's port and passes each connection on to the version in front.

The bytes pass unchanged. HTTP is only read along, to know where an answer ends: there an open connection can go on with
another version, and whoever uses it does not notice. What is not plain HTTP/1 stays where it began until it is closed.

serve PORT VERSION...   passes on; a version is HOST:PORT, the one in front comes first
tell JSON               asks the one that serves; prints its answer
wait VERSION SECONDS    waits until that version calls itself ready; prints what it said last
"""

import asyncio
import contextlib
import http.client
import json
import signal
import socket
import sys
import time
from collections import deque

CONTROL = "\0facecraft-forwarder"
CONNECT_S = 5
ROUNDS_S = (0, 0.05, 0.25)
MISSED_S = 1
MOST_HEAD = 256 * 1024
BUFFERED = 256 * 1024


class OutOfStepError(Exception):
    """The bytes are not a plain sequence of requests and answers."""


class Messages:
    """Follows one direction of a connection, message by message, by their lengths."""

    def __init__(self, begins, ends):
        self._begins, self._ends = begins, ends
        self._lines, self._held, self._size, self._left, self._mode = [], b"", 0, 0, "head"

    @property
    def resting(self):
        """Whether nothing of a message has come yet."""
        return self._mode == "head" and not self._lines and not self._held

    def feed(self, data):
        """Read on."""
        at = 0
        while at < len(data):
            if self._left:
                step = min(self._left, len(data) - at)
                at, self._left = at + step, self._left - step
                if not self._left and self._mode == "body":
                    self._end()
                continue
            end = data.find(b"\n", at) + 1
            piece = data[at : end or len(data)]
            self._size += len(piece)
            if self._size > MOST_HEAD:
                raise OutOfStepError
            self._held += piece
            at += len(piece)
            if end:
                line, self._held = self._held.strip(b"\r\n"), b""
                self._line(line)

    def _line(self, line):
        if self._mode == "chunk":
            self._size, size = 0, int(line.split(b";")[0], 16)
            if size:
                self._left = size + 2
            else:
                self._mode = "trailer"
        elif line:
            self._lines.append(line)
        elif self._mode == "trailer":
            self._end()
        elif self._lines:
            length = self._begins(self._lines[0], dict(map(field, self._lines[1:])))
            self._lines, self._size = [], 0
            if length == "chunked":
                self._mode = "chunk"
            elif length is not None and length > 0:
                self._mode, self._left = "body", length
            elif length == 0:
                self._end()

    def _end(self):
        self._mode, self._lines, self._size = "head", [], 0
        self._ends()


def field(line):
    """One header."""
    name, _, value = line.partition(b":")
    return name.strip().lower(), value.strip().lower()


def length_of(headers):
    """How long a body is by its headers; None where they do not say."""
    if b"chunked" in headers.get(b"transfer-encoding", b""):
        return "chunked"
    if b"content-length" not in headers:
        return None
    if not headers[b"content-length"].isdigit():
        raise OutOfStepError
    return int(headers[b"content-length"])


class Talk:
    """What is being said on one connection: whether a request waits for the rest of its answer."""

    def __init__(self):
        self._plain, self._owed, self._asking = True, deque(), False
        self._requests = Messages(self._request, self._asked)
        self._answers = Messages(self._answer, self._answered)

    @property
    def at_rest(self):
        """Whether every request was answered to its end, and more may come."""
        return self._plain and not self._owed and self._requests.resting and self._answers.resting

    def asks(self, data):
        """Bytes of the client."""
        self._follow(self._requests, data)

    def answers(self, data):
        """Bytes of the version."""
        self._follow(self._answers, data)

    def lose_track(self):
        """From now on only bytes are passed."""
        self._plain = False

    def _follow(self, messages, data):
        if self._plain:
            try:
                messages.feed(data)
            except (OutOfStepError, ValueError):
                self._plain = False

    def _request(self, line, headers):
        method, version = line.partition(b" ")[0], line.rpartition(b" ")[2]
        if not version.startswith(b"HTTP/1.") or method == b"CONNECT" or ends(version, headers):
            raise OutOfStepError
        self._owed.append(method)
        self._asking = True
        return length_of(headers) or 0

    def _asked(self):
        self._asking = False

    def _answer(self, line, headers):
        version, _, rest = line.partition(b" ")
        status = int(rest[:3])
        if 100 <= status < 200 and status != 101:
            return None
        if status == 101 or not version.startswith(b"HTTP/1.") or not self._owed or ends(version, headers):
            raise OutOfStepError
        if self._owed[0] == b"HEAD" or status in (204, 304):
            return 0
        length = length_of(headers)
        if length is None:
            raise OutOfStepError
        return length

    def _answered(self):
        self._owed.popleft()
        # Answered before it was asked to its end: whether the rest still comes cannot be known.
        if self._asking and not self._owed:
            raise OutOfStepError


def ends(version, headers):
    """Whether the connection is to be closed after this message."""
    wishes = headers.get(b"connection", b"")
    return b"close" in wishes or (version == b"HTTP/1.0" and b"keep-alive" not in wishes)


class Pair:
    """A client's connection and the one to a version that it is joined with."""

    def __init__(self, door):
        self._door, self.client, self.upstream = door, None, None
        self.target, self._ended, self._joining = None, 0, None
        self._talk = Talk()

    def come(self, client):
        """Join a new client with the version in front."""
        self.client = client
        client.set_write_buffer_limits(high=BUFFERED)
        client.pause_reading()
        self._door.pairs.add(self)
        self._joining = asyncio.ensure_future(self._join())

    def move_on(self):
        """Go on with the version in front, if nothing is under way."""
        if self.upstream is None or self.target == self._door.front or not self._talk.at_rest or self._ended:
            return
        self.client.pause_reading()
        left, self.upstream, self.target = self.upstream, None, None
        left.close()
        self._joining = asyncio.ensure_future(self._join())

    async def _join(self):
        loop = asyncio.get_running_loop()
        for pause in ROUNDS_S:
            await asyncio.sleep(pause)
            front = self._door.front
            for target in self._door.order():
                host, _, port = target.rpartition(":")
                connecting = loop.create_connection(lambda: Upstream(self), host, int(port), family=socket.AF_INET)
                try:
                    upstream, _ = await asyncio.wait_for(connecting, CONNECT_S)
                except OSError:
                    self._door.missed(target)
                    continue
                if self.client.is_closing():
                    return upstream.abort()
                upstream.set_write_buffer_limits(high=BUFFERED)
                self.upstream, self.target = upstream, target
                self._door.reached(target, front)
                upstream.resume_reading()
                self.client.resume_reading()
                return self.move_on()
        self.client.abort()

    def from_client(self, data):
        """Pass on what the client said."""
        self._talk.asks(data)
        self.upstream.write(data)

    def from_upstream(self, data):
        """Pass on what the version said; at the end of its answer the connection may move on."""
        self._talk.answers(data)
        self.client.write(data)
        self.move_on()

    def half_closed(self, other):
        """One side has said all; once both have, there is nothing left."""
        self._talk.lose_track()
        self._ended += 1
        if other.can_write_eof() and not other.is_closing():
            other.write_eof()
        if self._ended == 2:
            self.client.close()
            self.upstream.close()

    def lost(self, other, exception):
        """One side is gone."""
        self._door.forget(self, self.client.is_closing())
        if other is not None:
            other.abort() if exception else other.close()


class Client(asyncio.Protocol):
    """The side that asks."""

    def __init__(self, door):
        self._pair = Pair(door)

    def connection_made(self, transport):
        """Begin."""
        self._pair.come(transport)

    def data_received(self, data):
        """Pass on."""
        self._pair.from_client(data)

    def eof_received(self):
        """Only the sending is over."""
        self._pair.half_closed(self._pair.upstream)
        return True

    def connection_lost(self, exception):
        """End."""
        self._pair.lost(self._pair.upstream, exception)

    def pause_writing(self):
        """Let the version wait for a slow client."""
        if self._pair.upstream:
            self._pair.upstream.pause_reading()

    def resume_writing(self):
        """Go on."""
        if self._pair.upstream:
            self._pair.upstream.resume_reading()


class Upstream(asyncio.Protocol):
    """The side of a version; one that was left behind is not listened to any more."""

    def __init__(self, pair):
        self._pair, self._transport = pair, None

    @property
    def _current(self):
        return self._pair.upstream is self._transport

    def connection_made(self, transport):
        """Say nothing before the client can hear it."""
        self._transport = transport
        transport.pause_reading()

    def data_received(self, data):
        """Pass on."""
        if self._current:
            self._pair.from_upstream(data)

    def eof_received(self):
        """Only the sending is over."""
        if not self._current:
            return False
        self._pair.half_closed(self._pair.client)
        return True

    def connection_lost(self, exception):
        """End."""
        if self._current:
            self._pair.lost(self._pair.client, exception)

    def pause_writing(self):
        """Let a fast client wait for the version."""
        if self._current:
            self._pair.client.pause_reading()

    def resume_writing(self):
        """Go on."""
        if self._current:
            self._pair.client.resume_reading()


class Door:
    """Which version is in front, and every connection that is open."""

    def __init__(self, versions):
        self.front, self._versions, self.pairs = versions[0], list(versions), set()
        self._changed = asyncio.Event()
        # Until it is told or found, nobody knows which one runs.
        self._missing_since = float("-inf")

    def order(self):
        """The version in front; the others only while it is not there: after a restart of everything the one that runs is found."""
        if self._missing_since is None or time.monotonic() - self._missing_since < MISSED_S:
            return [self.front]
        return [self.front, *(version for version in self._versions if version != self.front)]

    def missed(self, target):
        """A connection could not be made."""
        if target == self.front and self._missing_since is None:
            self._missing_since = time.monotonic()

    def reached(self, target, tried):
        """A connection was made, perhaps with another than the one in front that was tried first."""
        if target != tried and self.front == tried:
            self.front = target
        if target == self.front:
            self._missing_since = None
        self._changed.set()

    def forget(self, pair, gone):
        """A connection ended."""
        if gone:
            self.pairs.discard(pair)
        self._changed.set()

    async def tell(self, wish):
        """Put a version in front, wait until no connection is left on another, and say how things are."""
        if "front" in wish:
            self.front, self._missing_since = wish["front"], None
            if self.front not in self._versions:
                self._versions.append(self.front)
        until = time.monotonic() + wish.get("seconds", 0)
        while True:
            self._changed.clear()
            for pair in list(self.pairs):
                pair.move_on()
            # One that is only being joined has said nothing to anybody yet.
            left = sum(pair.target not in (None, self.front) for pair in self.pairs)
            wait = until - time.monotonic()
            if not left or wait <= 0:
                return {"front": self.front, "left": left}
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(wait, 0.25))


async def serve(port, versions):
    """Pass connections on until told to stop."""
    loop, door = asyncio.get_running_loop(), Door(versions)
    stopped = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stopped.set)

    async def control(reader, writer):
        answer = await door.tell(json.loads(await reader.readline()))
        writer.write(json.dumps(answer).encode() + b"\n")
        writer.close()

    await asyncio.start_unix_server(control, CONTROL)
    await loop.create_server(lambda: Client(door), "0.0.0.0", port, backlog=1024)
    await stopped.wait()


def tell(wish):
    """Ask the forwarder of this container."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(CONTROL)
        line.sendall(wish.encode() + b"\n")
        print(line.makefile().readline(), end="")


def wait_ready(version, seconds):
    """Ask a version again and again whether it is ready."""
    host, _, port = version.rpartition(":")
    until, said = time.monotonic() + seconds, {"ready": False, "reasons": []}
    while time.monotonic() < until and not said.get("ready"):
        line = http.client.HTTPConnection(host, int(port), timeout=5)
        try:
            line.request("GET", "/ready")
            answer = line.getresponse()
            body = json.loads(answer.read())
            said = {"ready": answer.status == 200 and body.get("ready") is True, "reasons": body.get("reasons", [])}
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass
        finally:
            line.close()
        if not said["ready"]:
            time.sleep(0.05)
    print(json.dumps(said))


if __name__ == "__main__":
    verb, *words = sys.argv[1:]
    if verb == "serve":
        asyncio.run(serve(int(words[0]), words[1:]))
    elif verb == "tell":
        tell(words[0])
    else:
        wait_ready(words[0], float(words[1]))
