"""The queue: a bounded number of requests, and a plain answer for all others."""

import asyncio
import threading
from typing import Any

import httpx2 as httpx
import pytest

from facecraft.app import create_app
from facecraft.pipeline.portrait import Portrait, Portraitist
from facecraft.settings import Settings
from tests.conftest import AT_HOME

QUICK = "/api/v1/process/quick"
REQUESTS = 10_000


class Slow:
    """Holds every photo until it is let go, and counts how many are held at a time."""

    def __init__(self, real: Any) -> None:
        self.go, self.now, self.most = threading.Event(), 0, 0
        self._real, self._lock = real, threading.Lock()

    def __call__(self, *arguments: Any) -> Portrait:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.go.wait(60)
        with self._lock:
            self.now -= 1
        picture: Portrait = self._real(*arguments)
        return picture


def test_of_ten_thousand_requests_the_places_are_served_and_the_rest_told_when_to_return(
    settings: Settings, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings.model_copy(update={"max_concurrent_jobs": 2, "max_queued_jobs": 6})
    slow = Slow(Portraitist.make)
    monkeypatch.setattr(Portraitist, "make", lambda *arguments: slow(*arguments))

    async def run() -> list[httpx.Response]:
        app = create_app(settings)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=AT_HOME, timeout=60) as client,
        ):
            while (await client.get("/ready")).status_code != 200:
                await asyncio.sleep(0.05)
            first = [asyncio.create_task(client.post(QUICK, files={"file": photo})) for _ in range(8)]
            while slow.now < 2:
                await asyncio.sleep(0.01)
            refused = [await client.post(QUICK, files={"file": b"x"}) for _ in range(REQUESTS)]
            assert (await client.get("/health")).status_code == 200
            slow.go.set()
            return [*await asyncio.gather(*first), *refused]

    answers = asyncio.run(run())
    assert [answer.status_code for answer in answers[:8]] == [200] * 8
    assert {answer.status_code for answer in answers[8:]} == {503}
    assert all(int(answer.headers["retry-after"]) >= 1 for answer in answers[8:])
    assert answers[-1].json()["title"] == "Too many photos at once"
    assert slow.most == 2
    assert list(settings.uploads_dir.iterdir()) == []


def test_an_upload_that_never_ends_is_given_up_and_its_place_is_free_again(settings: Settings, photo: bytes) -> None:
    settings = settings.model_copy(update={"upload_timeout_seconds": 1, "max_concurrent_jobs": 1, "max_queued_jobs": 0})

    async def endless() -> Any:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        await asyncio.sleep(3)
        yield b"\r\n--x--\r\n"

    async def run() -> tuple[httpx.Response, httpx.Response]:
        app = create_app(settings)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=AT_HOME, timeout=60) as client,
        ):
            while (await client.get("/ready")).status_code != 200:
                await asyncio.sleep(0.05)
            kind = {"content-type": "multipart/form-data; boundary=x"}
            late = await client.post(QUICK, content=endless(), headers=kind)
            return late, await client.post(QUICK, files={"file": photo})

    late, next_one = asyncio.run(run())
    assert late.status_code == 408
    assert next_one.status_code == 200
