"""Search a photo for faces: at a size that finds them all, and turned if none stands upright."""

import math

import torch

from facecraft.pipeline.decode import Pixels
from facecraft.pipeline.detect import Face, FaceFinder
from facecraft.pipeline.view import View, look

SEARCH_SIDE = 960
"""The longer side of the picture that is searched, in pixels."""
SMALLEST_FACE = 32
"""Smallest face that is searched for, in pixels of that picture."""
TURNS = (0, -40, 40, 90, -90, 180)
"""Degrees by which the photo is turned, one after the other, until a face is found: the networks know faces that stand
upright up to about 30 degrees."""


def search(finder: FaceFinder, photo: Pixels, device: torch.device) -> list[Face]:
    """All faces in the first turn that shows any, in photo pixels."""
    height, width = photo.shape[:2]
    scale = max(1.0, max(height, width) / SEARCH_SIDE)
    for degrees in TURNS:
        window = _turned(width, height, scale, math.radians(degrees))
        picture, _ = look(photo, window, device)
        faces = finder.find(picture, SMALLEST_FACE)
        if faces:
            return [_in_photo(face, window) for face in faces]
    return []


def _turned(width: int, height: int, scale: float, angle: float) -> View:
    """A window that shows the whole photo, turned."""
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    across, down = (width * cos + height * sin) / scale, (width * sin + height * cos) / scale
    middle = (across / 2, down / 2)
    return View(round(across), round(down), (width / 2, height / 2), middle, angle, scale)


def _in_photo(face: Face, window: View) -> Face:
    points = tuple(window.to_photo(*point) for point in face.points)
    left, top, right, bottom = face.box
    x, y = window.to_photo((left + right) / 2, (top + bottom) / 2)
    half_width, half_height = (right - left) / 2 * window.scale, (bottom - top) / 2 * window.scale
    return Face((x - half_width, y - half_height, x + half_width, y + half_height), points, face.chance)
