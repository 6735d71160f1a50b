"""Read what is wanted out of a form's fields."""

from facecraft.pipeline import background
from facecraft.pipeline.encode import FileType
from facecraft.pipeline.formats import FORMATS, LARGEST_SIDE, SMALLEST_SIDE, Format, custom
from facecraft.problems import Problem, wrong_option

QUALITY = 92


def read_form(format: str, width: int | None, height: int | None) -> Format:
    """One of the formats by name, or "custom" with width and height in pixels; raises Problem."""
    if format in FORMATS:
        return FORMATS[format]
    if format != "custom":
        raise wrong_option("format", ", ".join([*FORMATS, "custom"]))
    if width is None or height is None or not all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in (width, height)):
        raise wrong_option("width” and “height", f"{SMALLEST_SIDE} to {LARGEST_SIDE} pixels each")
    return custom(width, height)


def read_background(text: str) -> background.Background:
    """A background by name or colour; raises Problem."""
    try:
        return background.parse(text)
    except ValueError:
        raise wrong_option(
            "background", "transparent, keep, a name such as white, or a colour such as #d0e0f0"
        ) from None


def read_type(text: str, behind: background.Background) -> FileType:
    """A file type by name; raises Problem if it does not exist or cannot hold what is wanted."""
    try:
        kind = FileType("jpeg" if text.lower() == "jpg" else text.lower())
    except ValueError:
        raise wrong_option("type", ", ".join(FileType)) from None
    if behind.transparent and not kind.keeps_transparency:
        raise Problem(
            422,
            "Options do not fit",
            detail="A JPEG file cannot be transparent.",
            fix="Choose PNG or WebP, or a colour.",
        )
    return kind
