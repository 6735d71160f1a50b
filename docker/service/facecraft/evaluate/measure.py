"""Try the cases: was the face found, do the marked eyes lie where the format wants them, how good is the edge."""

import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from facecraft.evaluate.cases import Case
from facecraft.pipeline.decode import WORKING_SIDE, decode
from facecraft.pipeline.formats import FORMATS
from facecraft.pipeline.portrait import Limits, Order, Portraitist
from facecraft.pipeline.refusal import PhotoRefused
from facecraft.pipeline.view import look

LIMITS = Limits()
ORDER = Order(FORMATS["passport"])


@dataclass(frozen=True)
class Result:
    """How one case ended. Errors are None without a face: the middle of the eyes in shares of the picture's height,
    the tilt in degrees. `right` is whether a face was found if and only if there is one, within 5 % and 5 degrees.
    """

    case: Case
    picture: bytes | None
    refusal: str
    offset: float | None
    tilt: float | None
    right: bool


def try_case(portraitist: Portraitist, case: Case) -> Result:
    """Make a passport picture of one case and compare it with the marks."""
    try:
        photo = decode(case.content, LIMITS.max_megapixels)
        view = portraitist.plan(photo, ORDER.form, LIMITS).view
        picture = portraitist.make(case.content, ORDER, LIMITS).content
    except PhotoRefused as refused:
        return Result(case, None, refused.reason, None, None, case.eyes is None)
    if case.eyes is None:
        return Result(case, picture, "", None, None, right=False)
    # Marks are in pixels of the file, the photo may have been reduced.
    reduced = photo.shape[1] / _upright_width(case) if max(photo.shape) >= WORKING_SIDE else 1.0
    left, right = (view.to_window(x * reduced, y * reduced) for x, y in case.eyes)
    middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
    offset = math.dist(middle, view.place) / view.height
    tilt = math.degrees(math.atan2(right[1] - left[1], right[0] - left[0]))
    return Result(case, picture, "", offset, tilt, right=offset < 0.05 and abs(tilt) < 5)


def edge_errors(portraitist: Portraitist, folder: Path, name: str) -> dict[str, tuple[float, float]]:
    """Mean error of the opacity, over the whole picture and along the edge, of each way to make a matte.

    The true matte is known because the person is cut out first, with a hardened edge, and then put before made
    backgrounds.
    """
    photo = decode((folder / f"{name}.jpg").read_bytes(), LIMITS.max_megapixels)
    view = portraitist.plan(photo, ORDER.form, LIMITS).view
    person, inside = look(photo, view, portraitist.device)
    truth = ((portraitist.matting.fine(person) * inside - 0.3) / 0.4).clamp(0, 1)
    edge = (torch.nn.functional.max_pool2d(truth, 25, 1, 12) - -torch.nn.functional.max_pool2d(-truth, 25, 1, 12)) > 0.5
    found: dict[str, list[tuple[float, float]]] = {}
    for behind in _backgrounds(view.height, view.width):
        picture = torch.lerp(behind.to(person), person, truth)
        for way, matte in portraitist.matting.ways(picture).items():
            error = (matte * inside - truth).abs()
            found.setdefault(way, []).append((float(error.mean()), float(error[edge].mean())))
    return {
        way: (float(np.mean([a for a, _ in both])), float(np.mean([b for _, b in both]))) for way, both in found.items()
    }


def _backgrounds(height: int, width: int) -> list[Tensor]:
    random = np.random.default_rng(5)
    blotches = Image.fromarray(random.integers(0, 256, (9, 7, 3)).astype(np.uint8)).resize((width, height))
    foliage = Image.fromarray(random.integers(0, 256, (height // 6, width // 6, 3)).astype(np.uint8)).resize(
        (width, height)
    )
    ramp = np.linspace(90, 220, width)[None, :, None] * np.ones((height, 1, 3))
    return [
        torch.from_numpy(np.array(each, dtype=np.float32)).permute(2, 0, 1)[None] for each in (ramp, blotches, foliage)
    ]


def _upright_width(case: Case) -> int:
    return Image.open(io.BytesIO(case.content)).width
