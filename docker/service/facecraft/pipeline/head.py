"""How tall a head is: chin and eyes from the face's points, top of the hair from the matte."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from facecraft.pipeline.decode import Pixels
from facecraft.pipeline.landmarks import Landmarks, Point, tilt
from facecraft.pipeline.matte import Matting
from facecraft.pipeline.view import View, look

WINDOW = 256
ABOVE_EYES, WINDOW_HEIGHT = 2.4, 5.6
"""The window that the matte is made for, in distances from eyes to chin: room for tall hair and for shoulders."""
HALF_BAND = 0.9
"""Half the width of the column in which the top of the hair is searched, in distances from eyes to chin."""
LOWEST_CROWN, HIGHEST_CROWN = 0.88, 1.22
"""The eyes lie about half way between chin and crown. A top outside of this range is not the crown but a mistake of
the matte (lower) or voluminous hair or a hat (higher), which the rules for identity photos do not count as head."""
PERSON = 0.5


@dataclass(frozen=True)
class Head:
    """A head in photo pixels: middle between the eyes, tilt (radians), and distances along the head's own axis from the
    eyes down to the chin, up to the crown, and up to the top of the hair; `cut` if the photo's edge cuts the hair.
    """

    eyes: Point
    angle: float
    to_chin: float
    to_crown: float
    to_hair: float
    cut: bool

    @property
    def height(self) -> float:
        """Chin to crown."""
        return self.to_chin + self.to_crown


@torch.inference_mode()
def measure_head(photo: Pixels, marks: Landmarks, matting: Matting, device: torch.device) -> Head:
    """Put the face's points and the matte together."""
    angle = tilt(*marks.eyes)
    between = ((marks.eyes[0][0] + marks.eyes[1][0]) / 2, (marks.eyes[0][1] + marks.eyes[1][1]) / 2)
    axis = View(1, 1, between, (0, 0), angle, 1.0)
    to_chin = max(axis.to_window(*marks.chin)[1], math.dist(*marks.eyes) * 0.9)
    # A head turned to the side has its middle beside the eyes.
    cheeks = (axis.to_window(*marks.cheeks[0])[0] + axis.to_window(*marks.cheeks[1])[0]) / 2
    middle = axis.to_photo(cheeks / 2, 0)
    scale = WINDOW_HEIGHT * to_chin / WINDOW
    window = View(WINDOW, WINDOW, middle, (WINDOW / 2, WINDOW * ABOVE_EYES / WINDOW_HEIGHT), angle, scale)
    picture, inside = look(photo, window, device)
    top, cut = _top_of_hair(matting.rough(picture), inside, window, HALF_BAND * to_chin / scale)
    to_hair = max((window.place[1] - top) * scale, LOWEST_CROWN * to_chin)
    return Head(middle, angle, to_chin, min(to_hair, HIGHEST_CROWN * to_chin), to_hair, cut)


def _top_of_hair(matte: Tensor, inside: Tensor, window: View, half_band: float) -> tuple[float, bool]:
    """Climb from the eyes row by row until the person ends: that row, and whether the photo ended first."""
    middle, eyes = window.place[0], int(window.place[1])
    band = slice(max(0, int(middle - half_band)), int(middle + half_band) + 1)
    person = ((matte > PERSON) & (inside > 0.5))[0, 0, :, band].any(1).tolist()
    visible = (inside[0, 0, :, band] > 0.5).any(1).tolist()
    row = eyes
    while row > 0 and person[row - 1]:
        row -= 1
    return float(row), row > 0 and not visible[row - 1]
