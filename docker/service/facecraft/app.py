"""Put the service together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware

from facecraft import __version__
from facecraft.cleanup import clean_by_age
from facecraft.health import health_routes
from facecraft.pages import page_routes
from facecraft.portraits import portrait_routes
from facecraft.problems import answer_problem
from facecraft.queue import Queue
from facecraft.settings import Settings
from facecraft.shelf import Shelf
from facecraft.studio import Studio
from facecraft.visitors import Visitors


def create_app(settings: Settings) -> FastAPI:
    """The whole service with these settings; the models begin to load when it starts."""
    studio, shelf = Studio(settings), Shelf(settings.processed_dir)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        shelf.remove_unfinished()
        studio.open()
        async with asyncio.TaskGroup() as tasks:
            hours = settings.cleanup_age_hours
            cleaning = tasks.create_task(clean_by_age(shelf, hours)) if hours > 0 else None
            yield
            if cleaning:
                cleaning.cancel()
        studio.close()

    # The framework's own pages for /docs load their parts from the internet; ours do not.
    app = FastAPI(title="Facecraft", version=__version__, lifespan=life, docs_url=None, redoc_url=None)
    app.include_router(page_routes(app))
    app.include_router(health_routes(settings, studio, shelf))
    app.include_router(portrait_routes(settings, studio, shelf))
    for kind in (HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, answer_problem)
    # The one added last is met first.
    app.add_middleware(Queue, settings=settings, studio=studio)
    app.add_middleware(Visitors, settings=settings)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["X-API-Key", "Authorization"],
            expose_headers=["X-Facecraft-Seconds", "X-Facecraft-Device", "X-Facecraft-Job", "Retry-After"],
        )
    return app
