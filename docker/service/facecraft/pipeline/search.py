"""Search a photo for faces: at a size that finds them all, and turned if none stands upright."""

import math
from dataclasses import dataclass

import torch

from facecraft.pipeline.decode import Pixels
from facecraft.pipeline.detect import Face, FaceFinder
from facecraft.pipeline.landmarks import FaceMeasure, Landmarks
from facecraft.pipeline.view import View, look

SEARCH_SIDE = 960
"""The longer side of the picture that is searched, in pixels."""
SMALLEST_FACE = 32
"""Smallest face that is searched for, in pixels of that picture."""
TURNS = (0, -40, 40, 90, -90, 180)
"""Degrees by which the photo is turned: the networks know faces that stand upright up to about 30 degrees."""
MEASURED = 3
"""So many of the largest candidates are looked at more closely."""
SURE, CERTAIN = 0.5, 0.99
"""Chances of a face: above the first in the opinion of the face mesh it counts; above the second in the opinion of both
networks no other turn of the photo is tried. Faces upside down reach 0.98."""


@dataclass(frozen=True)
class Found:
    """The face to use, its points, and how many faces there are; in photo pixels."""

    face: Face
    marks: Landmarks
    faces: int


class FaceSearch:
    """Both networks that know faces, on one device."""

    def __init__(self, finder: FaceFinder, measure: FaceMeasure, device: torch.device) -> None:
        self._finder, self._measure, self._device = finder, measure, device

    def search(self, photo: Pixels) -> Found | None:
        """The largest face of the turn that shows faces best, or None if there is none in any."""
        best: Found | None = None
        for degrees in TURNS:
            found = self._search_turned(photo, math.radians(degrees))
            if found and (best is None or _sureness(found) > _sureness(best)):
                best = found
            if best and degrees == 0 and min(best.face.chance, best.marks.chance) > CERTAIN:
                break
        return best

    def _search_turned(self, photo: Pixels, angle: float) -> Found | None:
        window = _turned(photo.shape[1], photo.shape[0], angle)
        picture, _ = look(photo, window, self._device)
        candidates = [_in_photo(face, window) for face in self._finder.find(picture, SMALLEST_FACE)]
        for face in sorted(candidates, key=lambda each: each.area, reverse=True)[:MEASURED]:
            marks = self._measure.measure(photo, face)
            if marks.chance > SURE:
                return Found(face, marks, len(candidates))
        return None


def _sureness(found: Found) -> float:
    return found.face.chance * found.marks.chance


def _turned(width: int, height: int, angle: float) -> View:
    """A window that shows the whole photo, turned."""
    scale = max(1.0, max(height, width) / SEARCH_SIDE)
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    across, down = round((width * cos + height * sin) / scale), round((width * sin + height * cos) / scale)
    return View(across, down, (width / 2, height / 2), (across / 2, down / 2), angle, scale)


def _in_photo(face: Face, window: View) -> Face:
    points = tuple(window.to_photo(*point) for point in face.points)
    left, top, right, bottom = face.box
    x, y = window.to_photo((left + right) / 2, (top + bottom) / 2)
    half_width, half_height = (right - left) / 2 * window.scale, (bottom - top) / 2 * window.scale
    return Face((x - half_width, y - half_height, x + half_width, y + half_height), points, face.chance)
