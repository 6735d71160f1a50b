"""Look at a photo through a turned, scaled window: the only place where photo pixels become picture pixels."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from facecraft.pipeline.decode import Pixels

_MARGIN = 3
"""Pixels around the window that the interpolation reads."""


@dataclass(frozen=True)
class View:
    """A window of width x height pixels onto a photo: `anchor` (x, y in the photo) appears at `place` (x, y in the
    window), turned by `angle` (radians, clockwise), with `scale` photo pixels for each window pixel.
    """

    width: int
    height: int
    anchor: tuple[float, float]
    place: tuple[float, float]
    angle: float
    scale: float

    def to_photo(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the window lies in the photo."""
        dx, dy = (x - self.place[0]) * self.scale, (y - self.place[1]) * self.scale
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return self.anchor[0] + cos * dx - sin * dy, self.anchor[1] + sin * dx + cos * dy

    def to_window(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the photo appears in the window."""
        dx, dy = (x - self.anchor[0]) / self.scale, (y - self.anchor[1]) / self.scale
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return self.place[0] + cos * dx + sin * dy, self.place[1] - sin * dx + cos * dy


def look(photo: Pixels, view: View, device: torch.device) -> tuple[Tensor, Tensor]:
    """What the view shows: 1 x 3 x H x W (0..255), and 1 x 1 x H x W with 1 where the photo has pixels, else 0."""
    height, width = photo.shape[:2]
    left, top, right, bottom = _needed(view, width, height)
    region = torch.from_numpy(photo[top:bottom, left:right].copy()).to(device).permute(2, 0, 1)[None].float()
    # Shrinking by more than two would skip pixels, so whole blocks are averaged first.
    block = max(1, min(int(view.scale), region.shape[2], region.shape[3]))
    if block > 1:
        region = F.avg_pool2d(region, block, ceil_mode=True, count_include_pad=False)
    x, y = _photo_coordinates(view, device)
    to_edge = torch.stack([x, width - x, y, height - y]).amin(0) / view.scale
    inside = (to_edge + 0.5).clamp(0, 1)[None, None]
    across = (x - left) / block / region.shape[3] * 2 - 1
    down = (y - top) / block / region.shape[2] * 2 - 1
    grid = torch.stack([across, down], -1)[None]
    mode = "bicubic" if view.scale / block < 1.5 else "bilinear"
    picture = F.grid_sample(region, grid, mode=mode, padding_mode="border", align_corners=False)
    return picture.clamp(0, 255), inside


def _photo_coordinates(view: View, device: torch.device) -> tuple[Tensor, Tensor]:
    down, across = torch.meshgrid(
        (torch.arange(view.height, device=device) + 0.5 - view.place[1]) * view.scale,
        (torch.arange(view.width, device=device) + 0.5 - view.place[0]) * view.scale,
        indexing="ij",
    )
    cos, sin = math.cos(view.angle), math.sin(view.angle)
    return view.anchor[0] + cos * across - sin * down, view.anchor[1] + sin * across + cos * down


def _needed(view: View, width: int, height: int) -> tuple[int, int, int, int]:
    """The part of the photo that the window can see, at least one pixel."""
    corners = [view.to_photo(x, y) for x in (0, view.width) for y in (0, view.height)]
    margin = _MARGIN * max(1, int(view.scale))
    left = min(max(int(min(x for x, _ in corners)) - margin, 0), width - 1)
    top = min(max(int(min(y for _, y in corners)) - margin, 0), height - 1)
    right = max(min(int(max(x for x, _ in corners)) + margin, width), left + 1)
    bottom = max(min(int(max(y for _, y in corners)) + margin, height), top + 1)
    return left, top, right, bottom
