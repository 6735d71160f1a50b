"""Delete finished photos by age, and only if that was asked for."""

import asyncio
import logging

from facecraft.shelf import Shelf

log = logging.getLogger(__name__)
SECONDS_BETWEEN = 600


async def clean_by_age(shelf: Shelf, hours: float) -> None:
    """Run until cancelled: every ten minutes delete the jobs that are older than this many hours."""
    while True:
        removed = await asyncio.to_thread(shelf.remove_older_than, hours)
        if removed:
            log.info("%d jobs older than %g hours were deleted", removed, hours)
        await asyncio.sleep(SECONDS_BETWEEN)
