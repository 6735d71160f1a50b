"""The small U²-Net (Qin et al., "U²-Net: Going deeper with nested U-structure for salient object detection", 2020):
what stands out in a picture, with a fine edge. Its convolutions already hold their normalisation.
"""

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from facecraft.pipeline.onnx_weights import convolutions

SIDE = 320
"""The network looks at squares of this many pixels."""
_DEPTHS = (7, 6, 5, 4)
"""Depths of the four outer blocks on the way down, and in reverse on the way up; two flat blocks lie between."""
_DILATIONS = (1, 2, 4, 8)
_MEAN, _SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

_Weights = Iterator[tuple[Tensor, Tensor]]


class SalientObject:
    """The network with its weights on one device."""

    def __init__(self, file: Path, device: torch.device) -> None:
        # With channels last the processor's convolutions need a quarter less time, with the same result.
        self._weights = [
            (weight.to(device, memory_format=torch.channels_last), bias.to(device))
            for weight, bias in convolutions(file)
        ]
        self._mean = torch.tensor(_MEAN, device=device).view(1, 3, 1, 1)
        self._spread = torch.tensor(_SPREAD, device=device).view(1, 3, 1, 1)

    def __call__(self, picture: Tensor) -> Tensor:
        """How much each pixel of a 1 x 3 x H x W picture (0..255) belongs to the object: 1 x 1 x H x W, 0..1."""
        x = F.interpolate(picture, (SIDE, SIDE), mode="bilinear", antialias=True)
        x = (x / x.amax().clamp(min=1) - self._mean) / self._spread
        answer = self._network(x.contiguous(memory_format=torch.channels_last))
        low, high = answer.amin(), answer.amax()
        sizes = (picture.shape[2], picture.shape[3])
        large: Tensor = F.interpolate((answer - low) / (high - low).clamp(min=1e-6), sizes, mode="bicubic")
        return large.clamp(0, 1)

    def _network(self, x: Tensor) -> Tensor:
        weights = iter(self._weights)
        outer: list[Tensor] = []
        for depth in _DEPTHS:
            x = _block(x, depth, weights)
            outer.append(x)
            x = _halved(x)
        fifth = _flat_block(x, weights)
        x = _flat_block(_halved(fifth), weights)
        levels = [x]
        x = _flat_block(torch.cat([_like(x, fifth), fifth], 1), weights)
        levels.append(x)
        for depth, skipped in zip(reversed(_DEPTHS), reversed(outer), strict=True):
            x = _block(torch.cat([_like(x, skipped), skipped], 1), depth, weights)
            levels.append(x)
        sides = [_convolved(level, weights) for level in reversed(levels)]
        whole = [_like(side, sides[0]) for side in sides]
        return torch.sigmoid(_convolved(torch.cat(whole, 1), weights))


def _block(x: Tensor, depth: int, weights: _Weights) -> Tensor:
    """A small U inside of the large one: down `depth` - 2 times by half, once dilated, and up again."""
    first = _unit(x, weights)
    down = [_unit(first, weights)]
    for _ in range(depth - 2):
        down.append(_unit(_halved(down[-1]), weights))
    x = _unit(down[-1], weights, dilation=2)
    for skipped in reversed(down):
        x = _unit(torch.cat([_like(x, skipped), skipped], 1), weights)
    return x + first


def _flat_block(x: Tensor, weights: _Weights) -> Tensor:
    """The same with growing dilations instead of halved sizes."""
    first = x = _unit(x, weights)
    down = []
    for dilation in _DILATIONS:
        x = _unit(x, weights, dilation)
        down.append(x)
    for dilation, skipped in zip(reversed(_DILATIONS[:-1]), reversed(down[:-1]), strict=True):
        x = _unit(torch.cat([x, skipped], 1), weights, dilation)
    return x + first


def _unit(x: Tensor, weights: _Weights, dilation: int = 1) -> Tensor:
    return F.relu(_convolved(x, weights, dilation))


def _convolved(x: Tensor, weights: _Weights, dilation: int = 1) -> Tensor:
    weight, bias = next(weights)
    return F.conv2d(x, weight, bias, padding=dilation * (weight.shape[2] // 2), dilation=dilation)


def _halved(x: Tensor) -> Tensor:
    return F.max_pool2d(x, 2, 2, ceil_mode=True)


def _like(x: Tensor, model: Tensor) -> Tensor:
    large: Tensor = F.interpolate(x, (model.shape[2], model.shape[3]), mode="bilinear")
    return large
