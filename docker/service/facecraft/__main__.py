"""`python -m facecraft`: check the device that was asked for, then serve."""

import logging
import os
import sys
import tempfile

import uvicorn

from facecraft.app import create_app
from facecraft.device import DeviceMissing, choose_device
from facecraft.logs import set_up_logging
from facecraft.settings import Settings

EXIT_NO_DEVICE = 3


def main() -> None:
    """Serve until SIGTERM; end with exit code 3 and one sentence if the graphics card was demanded and is missing."""
    settings = Settings()
    set_up_logging(settings.log_level, settings.log_format)
    if settings.device == "cuda":
        _demand_graphics_card()
    # Uploads are received into unnamed files in this folder (the container's /tmp is small and lies in memory), and an
    # unnamed file is gone as soon as it is closed, even if the process is killed.
    tempfile.tempdir = str(settings.uploads_dir)
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=15,
    )
    _end_at_once()


def _end_at_once() -> None:
    # Everything is answered and written. Python would now take torch apart piece by piece, and Docker keeps the address
    # from the next version for as long: a second, in which nobody is served.
    logging.shutdown()
    os._exit(0)


def _demand_graphics_card() -> None:
    try:
        choose_device("cuda")
    except DeviceMissing as missing:
        print(missing, file=sys.stderr)
        sys.exit(EXIT_NO_DEVICE)


if __name__ == "__main__":
    main()
