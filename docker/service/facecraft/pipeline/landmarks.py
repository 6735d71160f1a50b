"""Measure a face: MediaPipe's face mesh gives 468 points, of which eyes, chin, forehead and cheeks are used."""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from facecraft.pipeline.decode import Pixels
from facecraft.pipeline.detect import Face
from facecraft.pipeline.tflite import TfliteGraph
from facecraft.pipeline.view import View, look

Point = tuple[float, float]

FIRST_SIDE = 4.0
"""Side of the first window in distances from eyes to mouth; the face fills two thirds of it, as the network expects."""
SECOND_SIDE = 1.5
"""Side of the second window in heights of the face found in the first."""
FOREHEAD, CHIN, CHEEKS = 10, 152, (234, 454)
EYE_CORNERS = ((33, 133), (362, 263))


@dataclass(frozen=True)
class Landmarks:
    """Points in photo pixels: the two eyes (left to right as seen), chin, hairline, cheeks; chance of a face 0..1."""

    eyes: tuple[Point, Point]
    chin: Point
    forehead: Point
    cheeks: tuple[Point, Point]
    chance: float


class FaceMeasure:
    """The face mesh network on one device."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        self._network, self._device = TfliteGraph(folder / "face_landmark.tflite", device), device

    @torch.inference_mode()
    def measure(self, photo: Pixels, face: Face) -> Landmarks:
        """Points of one face that was found in the photo; looks twice, the second time through a better window."""
        first = self._points(photo, self._first_window(face))
        return self._points(photo, self._second_window(first))

    def warm_up(self) -> None:
        """Run the network once on an empty picture."""
        self._network(torch.zeros(1, 3, *self._network.size, device=self._device))

    def _points(self, photo: Pixels, window: View) -> Landmarks:
        picture, _ = look(photo, window, self._device)
        mesh, flag = self._network(picture / 255)
        points = mesh.reshape(-1, 3)[:, :2].cpu()
        return Landmarks(
            eyes=(self._middle(points, window, EYE_CORNERS[0]), self._middle(points, window, EYE_CORNERS[1])),
            chin=self._middle(points, window, (CHIN,)),
            forehead=self._middle(points, window, (FOREHEAD,)),
            cheeks=(self._middle(points, window, CHEEKS[:1]), self._middle(points, window, CHEEKS[1:])),
            chance=float(torch.sigmoid(flag.reshape(-1)[0])),
        )

    @staticmethod
    def _middle(points: Tensor, window: View, indices: tuple[int, ...]) -> Point:
        x, y = points[list(indices)].mean(0).tolist()
        return window.to_photo(x, y)

    def _first_window(self, face: Face) -> View:
        eyes, mouth = _mean(face.points[:2]), _mean(face.points[3:])
        centre = _mean((eyes, mouth))
        side = FIRST_SIDE * max(math.dist(eyes, mouth), math.dist(face.points[0], face.points[1]) * 0.8)
        return self._window(centre, tilt(face.points[0], face.points[1]), side)

    def _second_window(self, found: Landmarks) -> View:
        centre = _mean((found.forehead, found.chin))
        side = SECOND_SIDE * max(math.dist(found.forehead, found.chin), math.dist(*found.cheeks))
        return self._window(centre, tilt(*found.eyes), side)

    def _window(self, centre: Point, angle: float, side: float) -> View:
        height, width = self._network.size
        return View(width, height, centre, (width / 2, height / 2), angle, side / width)


def tilt(left_eye: Point, right_eye: Point) -> float:
    """Angle of the line through the eyes, radians, clockwise positive; 0 is level."""
    return math.atan2(right_eye[1] - left_eye[1], right_eye[0] - left_eye[0])


def _mean(points: tuple[Point, ...]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
