"""`python -m facecraft.evaluate.speed SECONDS THREADS < PHOTO`: what the pipeline makes without the service."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

from facecraft.pipeline.portrait import Limits, Order, Portraitist
from facecraft.settings import Settings


def main(seconds: float, threads: int, photo: bytes) -> None:
    """Make the same picture over and over and print how many came out in the time."""
    settings = Settings()
    portraitist = Portraitist(settings.models_dir, settings.device)
    portraitist.make(photo, Order(), Limits())

    def work(end: float) -> int:
        count = 0
        while time.monotonic() < end:
            portraitist.make(photo, Order(), Limits())
            count += 1
        return count

    with ThreadPoolExecutor(threads) as pool:
        print(sum(pool.map(work, [time.monotonic() + seconds] * threads)))


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]), sys.stdin.buffer.read())
