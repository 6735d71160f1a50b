"""Photos in, pictures out: /api/v1/process and its kin, and the shelf of what was made."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from facecraft.orders import QUALITY, read_background, read_form, read_type
from facecraft.pipeline.portrait import Order, Portrait
from facecraft.pipeline.refusal import PhotoRefused
from facecraft.problems import Problem, file_too_large, no_space, no_such_job, photo_problem, wrong_option
from facecraft.settings import Settings
from facecraft.shelf import Shelf
from facecraft.studio import Studio

FormatField = Annotated[str, Form(description="passport, us-2x2, portrait or custom")]
BackgroundField = Annotated[str, Form(description="white, grey, #rrggbb, transparent, keep")]
TypeField = Annotated[str, Form(description="png, jpeg or webp")]
QualityField = Annotated[int, Form(ge=1, le=100, description="for JPEG and WebP")]
SideField = Annotated[int | None, Form(description="pixels, for format custom")]


class Desk:
    """What all the routes share: check the file, make the picture, put it on the shelf."""

    def __init__(self, settings: Settings, studio: Studio, shelf: Shelf) -> None:
        self._settings, self._studio, self.shelf = settings, studio, shelf

    async def make(self, file: UploadFile, order: Order) -> tuple[Portrait, float]:
        """Make one picture and say how long it took; raises Problem."""
        most = self._settings.max_upload_size_mb * 1024 * 1024
        content = await file.read(most + 1)
        if len(content) > most:
            raise file_too_large(self._settings.max_upload_size_mb)
        try:
            return await self._studio.make(content, order)
        except PhotoRefused as refused:
            raise photo_problem(
                refused, self._settings.max_image_megapixels, self._settings.min_face_pixels
            ) from refused

    async def keep(self, made: list[Portrait], order: Order) -> tuple[str, list[str]]:
        """Put pictures on the shelf as one job; returns its id and the pictures' names. Raises Problem."""
        named = {f"{number}.{portrait.kind}": portrait for number, portrait in enumerate(made, 1)}
        note = {
            "format": order.form.name,
            "pictures": [
                {"name": name, "width": p.width, "height": p.height, "bytes": len(p.content)}
                for name, p in named.items()
            ],
        }
        try:
            job = await run_in_threadpool(self.shelf.put, {name: p.content for name, p in named.items()}, note)
        except OSError as error:
            raise no_space() from error
        return job, list(named)


def portrait_routes(settings: Settings, studio: Studio, shelf: Shelf) -> APIRouter:
    """The routes under /api/v1."""
    routes = APIRouter(prefix="/api/v1", tags=["portraits"])
    desk = Desk(settings, studio, shelf)

    @routes.post("/process/quick", response_class=Response, responses={200: {"content": {"image/png": {}}}})
    async def quick(
        file: UploadFile,
        format: FormatField = "passport",
        background: BackgroundField = "white",
        type: TypeField = "png",
    ) -> Response:
        """One photo in, the picture itself out; it is kept on the shelf as well."""
        behind = read_background(background)
        order = Order(read_form(format, None, None), behind, read_type(type, behind))
        portrait, seconds = await desk.make(file, order)
        job, _ = await desk.keep([portrait], order)
        headers = {
            "X-Facecraft-Seconds": f"{seconds:.3f}",
            "X-Facecraft-Device": str(studio.device()["used"]),
            "X-Facecraft-Job": job,
            "Cache-Control": "no-store",
        }
        return Response(portrait.content, media_type=portrait.kind.media_type, headers=headers)

    @routes.post("/process")
    async def process(
        file: UploadFile,
        format: FormatField = "passport",
        background: BackgroundField = "white",
        type: TypeField = "png",
        quality: QualityField = QUALITY,
        width: SideField = None,
        height: SideField = None,
    ) -> dict[str, Any]:
        """One photo in, a job with the picture's address and facts out."""
        behind = read_background(background)
        order = Order(read_form(format, width, height), behind, read_type(type, behind), quality)
        portrait, seconds = await desk.make(file, order)
        job, names = await desk.keep([portrait], order)
        return {"job": job, "pictures": [_picture(job, names[0], portrait, seconds)]}

    @routes.post("/process/batch")
    async def batch(
        files: list[UploadFile],
        format: FormatField = "passport",
        background: BackgroundField = "white",
        type: TypeField = "png",
        quality: QualityField = QUALITY,
        width: SideField = None,
        height: SideField = None,
    ) -> dict[str, Any]:
        """Several photos in, one job out; a photo that cannot be used is answered with its reason, the rest is made."""
        if len(files) > settings.batch_max_files:
            raise wrong_option("files", f"at most {settings.batch_max_files} photos")
        behind = read_background(background)
        order = Order(read_form(format, width, height), behind, read_type(type, behind), quality)
        made: list[tuple[int, Portrait, float]] = []
        refused: list[dict[str, Any]] = []
        for number, file in enumerate(files, 1):
            try:
                made.append((number, *await desk.make(file, order)))
            except Problem as problem:
                refused.append({"file": number, "problem": problem.body()})
        if not made:
            return {"job": None, "pictures": [], "refused": refused}
        job, names = await desk.keep([portrait for _, portrait, _ in made], order)
        pictures = [
            {"file": number, **_picture(job, name, portrait, seconds)}
            for name, (number, portrait, seconds) in zip(names, made, strict=True)
        ]
        return {"job": job, "pictures": pictures, "refused": refused}

    @routes.get("/download/{job}/{name}", response_class=FileResponse)
    async def download(job: str, name: str) -> FileResponse:
        """One finished picture."""
        file = shelf.picture(job, name)
        if file is None:
            raise no_such_job()
        return FileResponse(file, filename=f"facecraft-{job}-{name}", headers={"Cache-Control": "no-store"})

    @routes.get("/jobs")
    async def jobs() -> list[dict[str, Any]]:
        """All that lies on the shelf, the newest first."""
        return [_with_addresses(note) for note in await run_in_threadpool(shelf.jobs)]

    @routes.delete("/jobs/{job}", status_code=204)
    async def remove(job: str) -> None:
        """Delete one job and its pictures for good."""
        if not await run_in_threadpool(shelf.remove, job):
            raise no_such_job()

    return routes


def _picture(job: str, name: str, portrait: Portrait, seconds: float) -> dict[str, Any]:
    return {
        "name": name,
        "url": _address(job, name),
        "width": portrait.width,
        "height": portrait.height,
        "bytes": len(portrait.content),
        "seconds": round(seconds, 3),
        "faces": portrait.faces,
        "head": round(portrait.head, 3),
        "eyes": round(portrait.eyes, 3),
        "notes": list(portrait.notes),
    }


def _with_addresses(note: dict[str, Any]) -> dict[str, Any]:
    pictures = [{**picture, "url": _address(note["job"], picture["name"])} for picture in note["pictures"]]
    return {**note, "pictures": pictures}


def _address(job: str, name: str) -> str:
    return f"/api/v1/download/{job}/{name}"
