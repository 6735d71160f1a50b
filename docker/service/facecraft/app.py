"""Put the service together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from facecraft import __version__
from facecraft.health import health_routes
from facecraft.portraits import portrait_routes
from facecraft.problems import answer_problem
from facecraft.queue import Queue
from facecraft.settings import Settings
from facecraft.shelf import Shelf
from facecraft.studio import Studio


def create_app(settings: Settings) -> FastAPI:
    """The whole service with these settings; the models begin to load when it starts."""
    studio, shelf = Studio(settings), Shelf(settings.processed_dir)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        shelf.remove_unfinished()
        studio.open()
        yield
        studio.close()

    app = FastAPI(title="Facecraft", version=__version__, lifespan=life)
    app.include_router(health_routes(settings, studio, shelf))
    app.include_router(portrait_routes(settings, studio, shelf))
    for kind in (HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, answer_problem)
    app.add_middleware(Queue, settings=settings, studio=studio)
    return app
