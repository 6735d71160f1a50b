"""Run a TFLite graph of floats with torch, on any device, without a TFLite library.

Field numbers and operator codes are those of the public TFLite schema. Pictures are N x C x H x W inside.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from facecraft.pipeline.flatbuffer import Table
from facecraft.pipeline.tflite_operators import BUILDERS, CONSTANT_OPERATORS, Operator

_NAMES = {
    0: "ADD", 1: "AVERAGE_POOL_2D", 3: "CONV_2D", 4: "DEPTHWISE_CONV_2D", 6: "DEQUANTIZE", 14: "LOGISTIC",
    17: "MAX_POOL_2D", 18: "MUL", 19: "RELU", 22: "RESHAPE", 23: "RESIZE_BILINEAR", 34: "PAD", 54: "PRELU",
    117: "HARD_SWISH",
}  # fmt: skip
_KINDS: dict[int, Any] = {0: np.float32, 1: np.float16, 2: np.int32}


@dataclass(frozen=True)
class _Step:
    run: Callable[..., Tensor]
    inputs: tuple[int, ...]
    output: int


class TfliteGraph:
    """A graph with its weights on one device; raises ValueError for an operator that is not known here."""

    def __init__(self, file: Path, device: torch.device) -> None:
        model = Table.root(file.read_bytes())
        graph = model.tables(2)[0]
        self._reader = _Reader(graph.tables(0), model.tables(4))
        self._input = int(graph.numbers(1, np.int32)[0])
        self._outputs = [int(index) for index in graph.numbers(2, np.int32)]
        _, height, width, _ = self._reader.shape(self._input)
        self.size = (height, width)
        """Height and width of the picture that the graph takes."""
        names = [_operator_name(code) for code in model.tables(1)]
        self._steps = [
            step
            for table in graph.tables(3)
            if (step := self._step(names[table.number(0, "I")], table, device)) is not None
        ]

    def __call__(self, picture: Tensor) -> list[Tensor]:
        """Run it on a 1 x 3 x H x W picture (0..1); the outputs come in the file's order."""
        values = {self._input: picture}
        for step in self._steps:
            values[step.output] = step.run(*(values[index] for index in step.inputs))
        return [values[index] for index in self._outputs]

    def _step(self, name: str, table: Table, device: torch.device) -> _Step | None:
        inputs = [int(index) for index in table.numbers(1, np.int32)]
        output = int(table.numbers(2, np.int32)[0])
        if name in CONSTANT_OPERATORS:
            self._reader.remember(output, self._reader.constant(inputs[0]))
            return None
        if name not in BUILDERS:
            raise ValueError(f"operator {name} is not known here")
        constants = [self._reader.constant(index) for index in inputs]
        options = table.table(4) if table.has(4) else None
        operator = Operator(options, [c for c in constants if c is not None], self._reader.shape(output), device)
        variable = tuple(index for index, c in zip(inputs, constants, strict=True) if c is None)
        return _Step(BUILDERS[name](operator), variable, output)


class _Reader:
    """Tensors of the file: shapes, and values where they are constants."""

    def __init__(self, tensors: list[Table], buffers: list[Table]) -> None:
        self._tensors, self._buffers = tensors, buffers
        self._known: dict[int, npt.NDArray[Any]] = {}

    def shape(self, index: int) -> tuple[int, ...]:
        return tuple(int(side) for side in self._tensors[index].numbers(0, np.int32))

    def remember(self, index: int, value: npt.NDArray[Any] | None) -> None:
        if value is None:
            raise ValueError("only constants may be stored with half precision")
        self._known[index] = value.astype(np.float32)

    def constant(self, index: int) -> npt.NDArray[Any] | None:
        if index in self._known:
            return self._known[index]
        tensor = self._tensors[index]
        raw = self._buffers[tensor.number(2, "I")].numbers(0, np.uint8)
        return raw.view(_KINDS[tensor.number(1, "b")]).reshape(self.shape(index)) if raw.size else None


def _operator_name(code: Table) -> str:
    if code.has(1):
        return code.text(1)
    # Old files keep the code in a byte, newer ones in an integer field; the larger one counts.
    number = max(code.number(0, "b"), code.number(3, "i"))
    return _NAMES.get(number, f"number {number}")
