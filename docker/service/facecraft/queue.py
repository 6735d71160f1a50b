"""A bounded number of requests at a time, each with a bounded number of bytes and seconds."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from facecraft.draining import drain
from facecraft.problems import Problem, busy, file_too_large, not_ready
from facecraft.settings import Settings
from facecraft.studio import Studio

PHOTO_ROUTES = ("/api/v1/process", "/api/v1/process/quick", "/api/v1/process/batch")
FORM_BYTES = 64 * 1024
"""What a form may have beside the photos."""


class Queue:
    """ASGI middleware: requests with photos take a place before a byte is read, and are refused if there is none."""

    def __init__(self, app: ASGIApp, settings: Settings, studio: Studio) -> None:
        self._app, self._settings, self._studio = app, settings, studio
        self._places = settings.max_concurrent_jobs + settings.max_queued_jobs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let everything else pass as it is."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] not in PHOTO_ROUTES:
            await self._app(scope, receive, send)
            return
        try:
            async with self._place():
                await self._admit(scope)
                await self._app(scope, self._measured(scope, receive), send)
        except Problem as problem:
            await drain(receive)
            await problem.response()(scope, receive, send)

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        if self._places <= 0:
            each = self._studio.count.seconds_per_photo or 1.0
            waiting = self._settings.max_queued_jobs + self._settings.max_concurrent_jobs
            raise busy(max(1, math.ceil(each * waiting / self._settings.max_concurrent_jobs)))
        self._places -= 1
        try:
            yield
        finally:
            self._places += 1

    async def _admit(self, scope: Scope) -> None:
        reasons = await asyncio.to_thread(self._studio.reasons)
        if reasons:
            raise not_ready(reasons)
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if length.isdigit() and int(length) > self._most_bytes(scope):
            raise file_too_large(self._settings.max_upload_size_mb)

    def _most_bytes(self, scope: Scope) -> int:
        files = self._settings.batch_max_files if scope["path"].endswith("/batch") else 1
        return files * self._settings.max_upload_size_mb * 1024 * 1024 + FORM_BYTES

    def _measured(self, scope: Scope, receive: Receive) -> Receive:
        left, loop = self._most_bytes(scope), asyncio.get_running_loop()
        until = loop.time() + self._settings.upload_timeout_seconds
        whole = False

        async def measured() -> Message:
            nonlocal left, whole
            if whole:
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), until - loop.time())
            except TimeoutError:
                raise Problem(
                    408, "Upload took too long", detail="The photo did not arrive in time.", fix="Try again."
                ) from None
            left -= len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if left < 0:
                raise file_too_large(self._settings.max_upload_size_mb)
            return message

        return measured
