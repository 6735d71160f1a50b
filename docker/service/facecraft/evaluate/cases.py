"""The evaluation set: photos with marked eyes, and what can happen to photos."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

Point = tuple[float, float]

MARKED: dict[str, tuple[Point, Point]] = {
    "astronaut": ((203, 101.5), (246, 103.5)),
    "dark-hair": ((371, 177), (459, 176)),
    "white-hair": ((384, 233), (469, 250)),
    "turned": ((249, 370), (362, 378)),
}
"""Middle of each iris, left to right as seen, in pixels of the photo; marked by hand."""
_GREY = (128, 128, 128)


@dataclass(frozen=True)
class Case:
    """One file to try: its bytes, and where the eyes are in the upright photo, or None if there is no face."""

    group: str
    name: str
    content: bytes
    eyes: tuple[Point, Point] | None


def cases(folder: Path) -> Iterator[Case]:
    """All cases made from the marked photos in the folder."""
    for name, eyes in MARKED.items():
        photo = Image.open(folder / f"{name}.jpg").convert("RGB")
        yield Case("as it is", name, _stored(photo), eyes)
        for degrees in (-45, -30, -15, 15, 30, 45, 90, 180):
            yield _turned(name, photo, eyes, degrees)
        yield from _light(name, photo, eyes)
        yield from _sizes(name, photo, eyes)
        yield from _files(name, photo, eyes)
        yield Case("glasses", name, _stored(_with_glasses(photo, eyes)), eyes)
        yield _beside_another(name, photo, eyes)
    yield from _without_face()


def _turned(name: str, photo: Image.Image, eyes: tuple[Point, Point], degrees: int) -> Case:
    turned = photo.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_GREY)
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def place(point: Point) -> Point:
        x, y = point[0] - photo.width / 2, point[1] - photo.height / 2
        return turned.width / 2 + cos * x + sin * y, turned.height / 2 - sin * x + cos * y

    return Case(
        f"turned by {abs(degrees)}°", f"{name} {degrees:+d}°", _stored(turned), (place(eyes[0]), place(eyes[1]))
    )


def _light(name: str, photo: Image.Image, eyes: tuple[Point, Point]) -> Iterator[Case]:
    noise = np.random.default_rng(7).normal(0, 25, (photo.height, photo.width, 3))
    noisy = Image.fromarray((np.asarray(photo, float) + noise).clip(0, 255).astype(np.uint8))
    yield Case("low light", name, _stored(ImageEnhance.Brightness(photo).enhance(0.2)), eyes)
    yield Case("noise", name, _stored(noisy), eyes)
    yield Case("harsh JPEG", name, _stored(photo, quality=12), eyes)


def _sizes(name: str, photo: Image.Image, eyes: tuple[Point, Point]) -> Iterator[Case]:
    for group, side in (("200 pixels", 200), ("12 megapixels", 4000)):
        factor = side / max(photo.size)
        resized = photo.resize((round(photo.width * factor), round(photo.height * factor)), Image.Resampling.LANCZOS)
        yield Case(group, name, _stored(resized), _scaled(eyes, factor))
    factor = 24 / (eyes[1][0] - eyes[0][0])
    small = photo.resize((round(photo.width * factor), round(photo.height * factor)), Image.Resampling.LANCZOS)
    wide = Image.new("RGB", (1600, 1200), (150, 155, 150))
    wide.paste(small, (1000, 500))
    moved = tuple((x + 1000, y + 500) for x, y in _scaled(eyes, factor))
    yield Case("small face", name, _stored(wide), (moved[0], moved[1]))


def _files(name: str, photo: Image.Image, eyes: tuple[Point, Point]) -> Iterator[Case]:
    yield Case("greyscale", name, _stored(photo.convert("L")), eyes)
    yield Case("CMYK", name, _stored(photo.convert("CMYK")), eyes)
    yield Case("RGBA", name, _stored(photo.convert("RGBA"), "PNG"), eyes)
    # Stored in the way that each of the camera's notes undoes.
    undone = (None, 0, 3, 1, 5, 2, 6, 4)
    for orientation, transpose in enumerate(undone, 1):
        exif = Image.Exif()
        exif[0x0112] = orientation
        stored = photo if transpose is None else photo.transpose(Image.Transpose(transpose))
        yield Case("camera held in 8 ways", f"{name} {orientation}", _stored(stored, exif=exif), eyes)


def _with_glasses(photo: Image.Image, eyes: tuple[Point, Point]) -> Image.Image:
    drawn = photo.copy()
    draw, apart = ImageDraw.Draw(drawn), eyes[1][0] - eyes[0][0]
    line = max(2, round(apart * 0.06))
    for x, y in eyes:
        half = apart * 0.40
        draw.ellipse((x - half, y - half * 0.85, x + half, y + half * 0.85), outline=(30, 25, 25), width=line)
    draw.line(((eyes[0][0] + apart * 0.4, eyes[0][1]), (eyes[1][0] - apart * 0.4, eyes[1][1])), (30, 25, 25), line)
    return drawn


def _beside_another(name: str, photo: Image.Image, eyes: tuple[Point, Point]) -> Case:
    """The same photo mirrored, at half the size, stands beside it: the larger face is the one that counts."""
    other = ImageOps.mirror(photo).resize((photo.width // 2, photo.height // 2))
    both = Image.new("RGB", (photo.width + other.width, photo.height), _GREY)
    both.paste(photo, (0, 0))
    both.paste(other, (photo.width, photo.height // 3))
    return Case("several faces", name, _stored(both), eyes)


def _without_face() -> Iterator[Case]:
    random = np.random.default_rng(3)
    rows, columns = np.mgrid[0:600, 0:800]
    pictures = {
        "plain": np.full((600, 800, 3), 180),
        "noise": random.integers(0, 256, (600, 800, 3)),
        "blotches": np.asarray(
            Image.fromarray(random.integers(0, 256, (12, 16, 3)).astype(np.uint8)).resize((800, 600))
        ),
        "stripes": np.repeat((np.sin(columns / 9) * 127 + 128)[:, :, None], 3, 2),
        "rings": np.repeat((np.sin(np.hypot(rows - 300, columns - 400) / 11) * 127 + 128)[:, :, None], 3, 2),
        "squares": np.repeat((((rows // 40 + columns // 40) % 2) * 255)[:, :, None], 3, 2),
    }
    for name, pixels in pictures.items():
        yield Case("no face", name, _stored(Image.fromarray(pixels.astype(np.uint8))), None)


def _scaled(eyes: tuple[Point, Point], factor: float) -> tuple[Point, Point]:
    (a, b), (c, d) = eyes
    return (a * factor, b * factor), (c * factor, d * factor)


def _stored(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **({"quality": 92} | options))
    return file.getvalue()
