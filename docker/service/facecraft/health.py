"""Whether it runs, whether it can work, and how it stands: /health, /ready, /status."""

import time
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from facecraft import __version__
from facecraft.settings import Settings
from facecraft.shelf import Shelf
from facecraft.studio import Studio


def health_routes(settings: Settings, studio: Studio, shelf: Shelf) -> APIRouter:
    """The three questions that a caretaker asks."""
    routes = APIRouter(tags=["health"])
    started = time.monotonic()

    @routes.get("/health")
    async def health() -> dict[str, str]:
        """Answers as long as the process runs, whatever else is wrong."""
        return {"status": "healthy"}

    @routes.get("/ready", responses={503: {"description": "not ready, with reasons"}})
    async def ready() -> JSONResponse:
        """200 when photos can be made: models verified, loaded and run once, and both folders can be written."""
        reasons = await run_in_threadpool(studio.reasons)
        if reasons:
            answer = {"ready": False, "models_loaded": studio.models_loaded, "reasons": reasons, "steps": studio.steps}
            return JSONResponse(answer, 503)
        return JSONResponse({"ready": True, "models_loaded": True, "device": studio.device()["used"]})

    @routes.get("/status")
    async def status() -> dict[str, Any]:
        """Facts for people and for the panel."""
        count = studio.count
        return {
            "version": __version__,
            "uptime_seconds": round(time.monotonic() - started, 1),
            "device": studio.device(),
            "photos": {"done": count.done, "failed": count.failed, "seconds_per_photo": count.seconds_per_photo},
            "models": [asdict(model) for model in studio.models],
            "cleanup_age_hours": settings.cleanup_age_hours,
            "saved_photos": await run_in_threadpool(shelf.count),
        }

    return routes
