"""Refusals in plain words: what happened, why, what to do, as application/problem+json (RFC 9457)."""

from collections.abc import Mapping
from typing import assert_never

from fastapi import HTTPException
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from facecraft.pipeline.refusal import PhotoRefused, Reason


class Problem(HTTPException):
    """An answer that is not what was asked for; `fix` says what the person can do."""

    def __init__(
        self, status: int, title: str, *, detail: str, fix: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, detail, dict(headers or {}))
        self.title, self.fix = title, fix

    def body(self) -> dict[str, str | int]:
        """The members of the answer."""
        kind = "-".join(word for word in self.title.lower().split() if word.isalnum())
        detail = str(self.detail)
        return {
            "type": f"urn:facecraft:problem:{kind}",
            "title": self.title,
            "status": self.status_code,
            "detail": detail,
            "fix": self.fix,
        }

    def response(self) -> JSONResponse:
        """The answer itself."""
        return JSONResponse(self.body(), self.status_code, self.headers, "application/problem+json")


async def answer_problem(_request: Request, error: Exception) -> Response:
    """Exception handler: Problems as they are, everything else that FastAPI refuses in the same form."""
    if isinstance(error, Problem):
        return error.response()
    if isinstance(error, RequestValidationError):
        return other_problem(422).response()
    status = error.status_code if isinstance(error, StarletteHTTPException) else 500
    return other_problem(status).response()


def other_problem(status: int) -> Problem:
    """Words for refusals that the web framework makes by itself."""
    match status:
        case 404:
            return Problem(404, "Nothing here", detail="There is nothing at this address.", fix="Open the start page.")
        case 405:
            return Problem(
                405, "Wrong method", detail="This address answers to another method.", fix="See /docs for the methods."
            )
        case 400 | 422:
            return Problem(
                422,
                "Request not understood",
                detail="The request is not a form as described in /docs.",
                fix="Send the photo as form field “file”.",
            )
        case _:
            return Problem(
                status,
                "Something went wrong",
                detail="We do not know why. The photo was not kept.",
                fix="Try again; if it repeats, read the app messages.",
            )


def wrong_option(name: str, allowed: str) -> Problem:
    """An option of the request has a value that does not exist."""
    return Problem(422, "Unknown option", detail=f"“{name}” may be {allowed}.", fix="Choose one of these.")


def photo_problem(refused: PhotoRefused, max_megapixels: int, min_face: int) -> Problem:
    """Words for each reason for which the pipeline refuses a photo."""
    fact = f" It has {refused.fact}." if refused.fact else ""
    match refused.reason:
        case Reason.EMPTY:
            return Problem(
                422, "File is empty", detail="The file has no content.", fix="Choose the photo again, or another one."
            )
        case Reason.NOT_A_PHOTO:
            return Problem(
                415,
                "Not a photo",
                detail="The file is not a picture that can be read, whatever its name says.",
                fix="Choose a JPEG, PNG, WebP, AVIF, TIFF or BMP file.",
            )
        case Reason.HEIC:
            return Problem(
                415,
                "HEIC photo",
                detail="The photo is stored in Apple's HEIC form, which cannot be read here.",
                fix="Save or share it as JPEG (“Most compatible”), then choose that file.",
            )
        case Reason.DAMAGED:
            return Problem(
                422,
                "Photo is damaged",
                detail="The file begins like a picture, but cannot be read to its end.",
                fix="Copy it again from the camera or phone, or choose another photo.",
            )
        case Reason.TOO_MANY_PIXELS:
            return Problem(
                413,
                "Photo is too large",
                detail=f"At most {max_megapixels} million pixels are read.{fact}",
                fix="Make it smaller and try again.",
            )
        case Reason.TOO_FEW_PIXELS:
            return Problem(
                422,
                "Photo is too small",
                detail=f"A face needs more pixels than this.{fact}",
                fix="Choose the original photo instead of a preview.",
            )
        case Reason.ANIMATED:
            return Problem(
                422, "Picture moves", detail="This is an animation, not a single photo.", fix="Choose a still photo."
            )
        case Reason.NO_FACE:
            return Problem(
                422,
                "No face found",
                detail="No face could be seen in the photo.",
                fix="Choose a photo that shows one person's face from the front, not covered and not too dark.",
            )
        case Reason.FACE_TOO_SMALL:
            return Problem(
                422,
                "Face is too small",
                detail=f"The largest face is {refused.fact}; at least {min_face} are needed.",
                fix="Choose a photo taken from nearer, or the original instead of a preview.",
            )
        case _:
            assert_never(refused.reason)


def file_too_large(max_mb: int) -> Problem:
    """The upload has more bytes than the setting allows."""
    return Problem(
        413,
        "File is too large",
        detail=f"At most {max_mb} MB are accepted for one photo.",
        fix="Make the photo smaller, or raise FACECRAFT_MAX_UPLOAD_SIZE_MB.",
    )


def busy(seconds: int) -> Problem:
    """All places are taken."""
    return Problem(
        503,
        "Too many photos at once",
        detail="All places in the queue are taken.",
        fix=f"Try again in about {seconds} s.",
        headers={"Retry-After": str(seconds)},
    )


def not_ready(reasons: list[str]) -> Problem:
    """The models are not loaded yet, or never will be."""
    return Problem(
        503, "Not ready yet", detail=" ".join(reasons), fix="Wait a moment and try again.", headers={"Retry-After": "2"}
    )


def no_space() -> Problem:
    """The result could not be written."""
    return Problem(
        507,
        "Photo could not be saved",
        detail="The folder for finished photos is full or cannot be written.",
        fix="Delete photos you no longer need, or repair the folder.",
    )


def no_such_job() -> Problem:
    """The job or file does not exist, or no longer does."""
    return Problem(
        404, "No such photo", detail="It was deleted, or the address is not complete.", fix="Make the picture again."
    )
