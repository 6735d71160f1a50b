"""What each TFLite operator means in torch. A builder gets the operator once and returns the function that runs it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from facecraft.pipeline.flatbuffer import Table

Run = Callable[..., Tensor]
SAME_PADDING = 0
CONSTANT_OPERATORS = frozenset({"DEQUANTIZE"})
"""Operators whose result is known when the file is read: weights stored with half precision."""


@dataclass(frozen=True)
class Operator:
    """One operator of a graph: its options, its constant inputs, the shape of its output (N, H, W, C), the device."""

    options: Table | None
    constants: list[npt.NDArray[Any]]
    shape: tuple[int, ...]
    device: torch.device

    def option(self, field: int, form: str, default: int = 0) -> int:
        """A number among the options."""
        return default if self.options is None else self.options.number(field, form, default)

    def weight(self, index: int, axes: tuple[int, ...] | None = None) -> Tensor:
        """A constant as a tensor of floats on the device, with its axes in torch's order."""
        value = self.constants[index]
        value = value if axes is None else value.transpose(axes)
        return torch.from_numpy(np.array(value, dtype=np.float32, order="C")).to(self.device)


def _convolution(op: Operator) -> Run:
    weight, bias = op.weight(0, (0, 3, 1, 2)), op.weight(1)
    stride, dilation = (op.option(2, "i"), op.option(1, "i")), (op.option(5, "i", 1), op.option(4, "i", 1))
    pad = _padding(op, (weight.shape[2], weight.shape[3]), stride)
    activate = _activation(op.option(3, "b"))
    return lambda x: activate(F.conv2d(pad(x), weight, bias, stride, 0, dilation))


def _depthwise_convolution(op: Operator) -> Run:
    weight, bias = op.weight(0, (3, 0, 1, 2)), op.weight(1)
    stride, dilation = (op.option(2, "i"), op.option(1, "i")), (op.option(6, "i", 1), op.option(5, "i", 1))
    pad = _padding(op, (weight.shape[2], weight.shape[3]), stride)
    activate = _activation(op.option(4, "b"))
    return lambda x: activate(F.conv2d(pad(x), weight, bias, stride, 0, dilation, weight.shape[0]))


def _transposed_convolution(op: Operator) -> Run:
    weight, bias = op.weight(0, (3, 0, 1, 2)), op.weight(1)
    return lambda x: F.conv_transpose2d(x, weight, bias, stride=2)


def _average_pool(op: Operator) -> Run:
    window = (op.option(4, "i"), op.option(3, "i"))
    return lambda x: F.avg_pool2d(x, window)


def _max_pool(op: Operator) -> Run:
    window, stride = (op.option(4, "i"), op.option(3, "i")), (op.option(2, "i"), op.option(1, "i"))
    return lambda x: F.max_pool2d(x, window, stride)


def _resize(op: Operator) -> Run:
    height, width = (int(side) for side in op.constants[0])
    corners = bool(op.option(2, "?"))
    return lambda x: F.interpolate(x, (height, width), mode="bilinear", align_corners=corners)


def _pad(op: Operator) -> Run:
    (_, _), top_bottom, left_right, channels = (tuple(int(n) for n in pair) for pair in op.constants[0])
    return lambda x: F.pad(x, (*left_right, *top_bottom, *channels))


def _prelu(op: Operator) -> Run:
    slope = op.weight(0).reshape(-1)
    return lambda x: F.prelu(x, slope)


def _reshape(op: Operator) -> Run:
    # The file counts channels last, so a reshaped picture has to be turned before it is flattened.
    shape = op.shape
    return lambda x: x.permute(0, 2, 3, 1).reshape(shape) if x.dim() == 4 else x.reshape(shape)


def _add(op: Operator) -> Run:
    activate = _activation(op.option(0, "b"))
    return lambda x, y: activate(x + y)


def _padding(op: Operator, kernel: tuple[int, int], stride: tuple[int, int]) -> Run:
    """Zeros around the picture so that the output has 1/stride of its size, the odd one at the right and bottom."""
    if op.option(0, "b") != SAME_PADDING:
        return lambda x: x

    def pad(x: Tensor) -> Tensor:
        sides: list[int] = []
        for size, window, step in ((x.shape[3], kernel[1], stride[1]), (x.shape[2], kernel[0], stride[0])):
            missing = max((-(-size // step) - 1) * step + window - size, 0)
            sides += [missing // 2, missing - missing // 2]
        return F.pad(x, sides)

    return pad


def _activation(code: int) -> Run:
    match code:
        case 0:
            return lambda x: x
        case 1:
            return F.relu
        case 3:
            return F.relu6
        case _:
            raise ValueError(f"activation {code} is not known here")


def _always(run: Run) -> Callable[[Operator], Run]:
    """The builder of an operator that has neither options nor constants."""
    return lambda _: run


BUILDERS: dict[str, Callable[[Operator], Run]] = {
    "ADD": _add,
    "AVERAGE_POOL_2D": _average_pool,
    "CONV_2D": _convolution,
    "Convolution2DTransposeBias": _transposed_convolution,
    "DEPTHWISE_CONV_2D": _depthwise_convolution,
    "HARD_SWISH": _always(F.hardswish),
    "LOGISTIC": _always(torch.sigmoid),
    "MAX_POOL_2D": _max_pool,
    "MUL": _always(torch.mul),
    "PAD": _pad,
    "PRELU": _prelu,
    "RELU": _always(F.relu),
    "RESHAPE": _reshape,
    "RESIZE_BILINEAR": _resize,
}
