"""Separate the person from the background: a small network says where, a guided filter follows the real edge."""

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from facecraft.pipeline.tflite import TfliteGraph

SURE_BACKGROUND, SURE_PERSON = 0.15, 0.85
"""Answers of the network below and above these are taken as certain."""
EDGE_SHARE = 130
"""The filter's radius is the picture's height divided by this."""
EDGE_SHARPNESS = 1e-4
_LUMA = (0.299, 0.587, 0.114)


class Matting:
    """The segmentation network on one device."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        self._network = TfliteGraph(folder / "selfie_segmentation.tflite", device)

    @torch.inference_mode()
    def rough(self, picture: Tensor) -> Tensor:
        """Chance of "person" for each pixel, 1 x 1 x H x W, of a 1 x 3 x H x W picture (0..255)."""
        small = F.interpolate(picture / 255, self._network.size, mode="bilinear", antialias=True)
        (answer,) = self._network(small)
        sizes = (picture.shape[2], picture.shape[3])
        large: Tensor = F.interpolate(answer, sizes, mode="bicubic", align_corners=False)
        return large.clamp(0, 1)

    @torch.inference_mode()
    def fine(self, picture: Tensor) -> Tensor:
        """Opacity of the person for each pixel, 1 x 1 x H x W in 0..1, with the edge at the picture's resolution."""
        certain = (self.rough(picture) - SURE_BACKGROUND) / (SURE_PERSON - SURE_BACKGROUND)
        return guided(certain.clamp(0, 1), picture / 255, max(2, picture.shape[2] // EDGE_SHARE))


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


def _window_mean(x: Tensor, radius: int) -> Tensor:
    padded = F.pad(x, (radius, radius, radius, radius), mode="replicate")
    return F.avg_pool2d(padded, 2 * radius + 1, 1)
