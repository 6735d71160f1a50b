"""Read on from a refused upload and throw it away: a browser shows the answer only when it could send everything."""

import asyncio

from starlette.types import Receive

SECONDS, BYTES = 5, 256 * 1024 * 1024
"""Enough for a photo that is a few times too large; more is cut off."""


async def drain(receive: Receive) -> None:
    """Take the rest of a request's body, within limits, and keep none of it."""
    read = 0
    try:
        async with asyncio.timeout(SECONDS):
            while read < BYTES:
                message = await receive()
                read += len(message.get("body", b""))
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    return
    except TimeoutError:
        return
