"""The formats a picture can have, and what their official rules say about the head.

passport  35 x 45 mm. ICAO Doc 9303 part 3 (portrait, after ISO/IEC 19794-5): chin to crown is 70 to 80 % of the height,
          and the eyes lie 50 to 70 % of the height above the bottom edge.
us-2x2    2 x 2 inches. U.S. Department of State, photo requirements: chin to top of the hair 1 to 1 3/8 inches, eyes
          1 1/8 to 1 3/8 inches above the bottom edge.
portrait  4:5, no official rule: head and shoulders.
"""

from dataclasses import dataclass, replace

SMALLEST_SIDE, LARGEST_SIDE = 64, 3000
"""Limits of a size of one's own, in pixels."""


@dataclass(frozen=True)
class Range:
    """Least, wanted and greatest value, in shares of the picture's height."""

    least: float
    wanted: float
    greatest: float


@dataclass(frozen=True)
class Format:
    """Size in pixels at `dpi`, head height (chin to crown) and height of the eyes above the bottom edge, and the least
    room above the hair.
    """

    name: str
    title: str
    width: int
    height: int
    dpi: int
    head: Range
    eyes: Range
    room: float = 0.02


FORMATS = {
    form.name: form
    for form in (
        Format("passport", "Passport, 35 x 45 mm", 413, 531, 300, Range(0.70, 0.73, 0.80), Range(0.50, 0.545, 0.70)),
        Format("us-2x2", "US, 2 x 2 in", 600, 600, 300, Range(0.50, 0.58, 0.6875), Range(0.5625, 0.60, 0.6875)),
        Format("portrait", "Portrait, 4:5", 800, 1000, 300, Range(0.25, 0.42, 0.55), Range(0.45, 0.645, 0.75), 0.05),
    )
}


def custom(width: int, height: int) -> Format:
    """A size of one's own in pixels, framed as a portrait; a wide one keeps the head smaller so that shoulders fit."""
    portrait = FORMATS["portrait"]
    return replace(portrait, name="custom", title=f"{width} x {height} pixels", width=width, height=height)
