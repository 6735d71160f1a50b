"""The models in use: loads them in a thread of its own, says how far it is, and makes pictures one behind the other."""

import asyncio
import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

from facecraft.device import device_facts
from facecraft.folders import trouble_with
from facecraft.models import Model, ModelWrong, read_lock, verify
from facecraft.pipeline.portrait import Limits, Order, Portrait, Portraitist
from facecraft.pipeline.refusal import PhotoRefused
from facecraft.settings import Settings

log = logging.getLogger(__name__)
LOADING = "The photo models are being loaded."


@dataclass
class Count:
    """What was done since the start; seconds are those of the photos that came out."""

    done: int = 0
    failed: int = 0
    seconds: float = 0.0

    @property
    def seconds_per_photo(self) -> float | None:
        """Mean over all photos that came out, None before the first."""
        return round(self.seconds / self.done, 3) if self.done else None


class Studio:
    """Everything between a photo's bytes and a picture's bytes that has a state."""

    def __init__(self, settings: Settings) -> None:
        self.count = Count()
        self.models: list[Model] = []
        self._settings = settings
        self._loaded = 0
        self._trouble: str | None = None
        self._portraitist: Portraitist | None = None
        self._hands = ThreadPoolExecutor(settings.max_concurrent_jobs, thread_name_prefix="photo")

    def open(self) -> None:
        """Begin to load the models; returns at once."""
        threading.Thread(target=self._load, name="models", daemon=True).start()

    def close(self) -> None:
        """Let the photos in hand end, take no more."""
        self._hands.shutdown(wait=True, cancel_futures=True)

    @property
    def models_loaded(self) -> bool:
        """Whether all models are the expected files, loaded, and ran once."""
        return self._portraitist is not None

    @property
    def steps(self) -> dict[str, int]:
        """How far loading is."""
        return {"models_loaded": self._loaded, "models_total": len(self.models)}

    def reasons(self) -> list[str]:
        """Why it is not ready, one sentence each; empty when it is."""
        folders = (trouble_with(self._settings.uploads_dir), trouble_with(self._settings.processed_dir))
        loading = None if self.models_loaded else self._trouble or LOADING
        return [reason for reason in (loading, *folders) if reason]

    def device(self) -> dict[str, Any]:
        """Facts about the device, as /status shows them."""
        if self._portraitist is None:
            return {
                "requested": self._settings.device,
                "used": None,
                "name": "not known yet",
                "torch": "not loaded yet",
                "cuda": None,
                "memory_used_bytes": 0,
            }
        return asdict(device_facts(self._settings.device, self._portraitist.device))

    async def make(self, content: bytes, order: Order) -> tuple[Portrait, float]:
        """Make one picture, and say how many seconds it took; raises PhotoRefused."""
        return await asyncio.get_running_loop().run_in_executor(self._hands, self._make, content, order)

    def _make(self, content: bytes, order: Order) -> tuple[Portrait, float]:
        if self._portraitist is None:
            raise RuntimeError(LOADING)
        limits = Limits(self._settings.max_image_megapixels, self._settings.min_face_pixels)
        begin = time.perf_counter()
        try:
            portrait = self._portraitist.make(content, order, limits)
        except PhotoRefused as refused:
            self.count.failed += 1
            log.info("photo refused: %s", refused.reason)
            raise
        except Exception:
            self.count.failed += 1
            raise
        seconds = time.perf_counter() - begin
        self.count.done += 1
        self.count.seconds += seconds
        log.info("photo done in %.3f s as %s, %d x %d", seconds, portrait.kind, portrait.width, portrait.height)
        return portrait, seconds

    def _load(self) -> None:
        begin = time.perf_counter()
        folder = self._settings.models_dir
        try:
            self.models = read_lock(folder)
            for model in self.models:
                verify(folder, model)
            portraitist = Portraitist(folder, self._settings.device, self._count_loaded)
            portraitist.warm_up()
        except ModelWrong as wrong:
            self._trouble = str(wrong)
            log.error("%s", wrong)
        except Exception as error:
            self._trouble = f"The photo models could not be loaded: {error}."
            log.exception("the photo models could not be loaded")
        else:
            self._portraitist = portraitist
            log.info("ready on %s after %.2f s", portraitist.device, time.perf_counter() - begin)

    def _count_loaded(self, models: int) -> None:
        self._loaded += models
