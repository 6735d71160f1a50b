"""Separate the person from the background.

Two networks give their opinion: one knows people, but only roughly where they end; the other knows edges, but not what
a person is. Well inside of the person and far away from it the first decides, in between the second, and a guided
filter brings its edge to the picture's own resolution.
"""

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from facecraft.pipeline.tflite import TfliteGraph
from facecraft.pipeline.u2net import SalientObject

WELL_INSIDE, FAR_AWAY = 0.03, 0.05
"""Half the side of the windows in which everything, or nothing, must be person, in shares of the picture's height."""
SURE_BACKGROUND, SURE_PERSON = 0.15, 0.90
"""Opinions about the edge below and above these are taken as certain."""
EDGE_SHARE = 260
"""The filter's radius is the picture's height divided by this."""
EDGE_SHARPNESS = 1e-4
_LUMA = (0.299, 0.587, 0.114)


class Matting:
    """Both networks on one device."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        self._person = TfliteGraph(folder / "selfie_segmentation.tflite", device)
        self._edge = SalientObject(folder / "u2netp.onnx", device)

    @torch.inference_mode()
    def rough(self, picture: Tensor) -> Tensor:
        """Chance of "person" for each pixel, 1 x 1 x H x W, of a 1 x 3 x H x W picture (0..255)."""
        small = F.interpolate(picture / 255, self._person.size, mode="bilinear", antialias=True)
        (answer,) = self._person(small)
        sizes = (picture.shape[2], picture.shape[3])
        large: Tensor = F.interpolate(answer, sizes, mode="bicubic", align_corners=False)
        return large.clamp(0, 1)

    @torch.inference_mode()
    def fine(self, picture: Tensor) -> Tensor:
        """Opacity of the person for each pixel, 1 x 1 x H x W in 0..1, with the edge at the picture's resolution."""
        return self._at_full_size(self._mattes(picture)["both networks"], picture)

    @torch.inference_mode()
    def ways(self, picture: Tensor) -> dict[str, Tensor]:
        """The same by each network alone and by both together, to compare them."""
        return {way: self._at_full_size(matte, picture) for way, matte in self._mattes(picture).items()}

    def _mattes(self, picture: Tensor) -> dict[str, Tensor]:
        person, edge, height = self.rough(picture), self._edge(picture), picture.shape[2]
        inside = _ramp(_window_mean(person, max(1, round(WELL_INSIDE * height))), 0.90, 0.98)
        near = _ramp(_window_mean(person, max(1, round(FAR_AWAY * height))), 0.02, 0.08)
        sharp = _ramp(edge, SURE_BACKGROUND, SURE_PERSON)
        return {
            "who is a person": _ramp(person, SURE_BACKGROUND, SURE_PERSON),
            "where are edges": sharp,
            "both networks": torch.maximum(sharp * near, inside),
        }

    @staticmethod
    def _at_full_size(matte: Tensor, picture: Tensor) -> Tensor:
        return guided(matte, picture / 255, max(1, picture.shape[2] // EDGE_SHARE))


def guided(matte: Tensor, picture: Tensor, radius: int) -> Tensor:
    """Guided filter (He, Sun, Tang 2010): in each window the matte becomes the best linear function of brightness.

    Takes 1 x 1 x H x W and 1 x 3 x H x W, both 0..1; the radius is in pixels.
    """
    luma = torch.tensor(_LUMA, device=picture.device).view(1, 3, 1, 1)
    guide = (picture * luma).sum(1, keepdim=True)
    mean_guide, mean_matte = _window_mean(guide, radius), _window_mean(matte, radius)
    spread = _window_mean(guide * guide, radius) - mean_guide * mean_guide
    slope = (_window_mean(guide * matte, radius) - mean_guide * mean_matte) / (spread + EDGE_SHARPNESS)
    offset = mean_matte - slope * mean_guide
    return (_window_mean(slope, radius) * guide + _window_mean(offset, radius)).clamp(0, 1)


def _ramp(x: Tensor, low: float, high: float) -> Tensor:
    """0 below low, 1 above high, straight in between."""
    return ((x - low) / (high - low)).clamp(0, 1)


def _window_mean(x: Tensor, radius: int) -> Tensor:
    # Rows first and columns then give the same mean as the square, at a fraction of the work.
    size, padded = 2 * radius + 1, F.pad(x, (radius, radius, radius, radius), mode="replicate")
    return F.avg_pool2d(F.avg_pool2d(padded, (1, size), 1), (size, 1), 1)
