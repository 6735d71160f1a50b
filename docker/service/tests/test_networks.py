"""The networks' arithmetic, without any model: padding, layouts, and the filter that follows edges."""

import struct

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from facecraft.pipeline.flatbuffer import Table
from facecraft.pipeline.matte import guided
from facecraft.pipeline.tflite_operators import BUILDERS, Operator

CPU = torch.device("cpu")


@given(size=st.integers(2, 40), window=st.integers(1, 5))
def test_a_convolution_with_same_padding_keeps_the_size(size: int, window: int) -> None:
    weight = np.ones((1, window, window, 1), np.float32)
    operator = Operator(_options(stride=1), [weight, np.zeros(1, np.float32)], (1, size, size, 1), CPU)
    answer = BUILDERS["CONV_2D"](operator)(torch.ones(1, 1, size, size))
    assert answer.shape == (1, 1, size, size)
    assert float(answer.max()) == min(window, size) ** 2


@given(size=st.integers(2, 41))
def test_a_stride_of_two_rounds_half_the_size_up(size: int) -> None:
    operator = Operator(_options(stride=2), [np.ones((1, 3, 3, 1), np.float32), np.zeros(1, np.float32)], (), CPU)
    assert BUILDERS["CONV_2D"](operator)(torch.ones(1, 1, size, size)).shape[2] == -(-size // 2)


def test_a_picture_is_flattened_with_its_channels_last() -> None:
    picture = torch.arange(8.0).reshape(1, 2, 2, 2)
    flat = BUILDERS["RESHAPE"](Operator(None, [], (1, 8), CPU))(picture)
    assert flat.tolist() == [[0, 4, 1, 5, 2, 6, 3, 7]]


def test_an_absent_field_has_its_default_and_a_missing_table_is_an_error() -> None:
    table = _options(stride=1)
    assert table.number(9, "i", 7) == 7
    with pytest.raises(ValueError, match="missing"):
        table.table(9)


@given(level=st.floats(0, 1))
def test_the_filter_leaves_an_even_matte_as_it_is(level: float) -> None:
    picture = torch.rand(1, 3, 40, 40, generator=torch.Generator().manual_seed(1))
    answer = guided(torch.full((1, 1, 40, 40), level), picture, 4)
    assert torch.allclose(answer, torch.full_like(answer, level), atol=1e-3)


def test_the_filter_moves_a_blurred_edge_to_the_edge_in_the_picture() -> None:
    picture = torch.zeros(1, 3, 40, 40)
    picture[..., 20:] = 1
    blurred = torch.linspace(0, 1, 40).sub(0.5).mul(6).add(0.5).clamp(0, 1).expand(1, 1, 40, 40)
    answer = guided(blurred, picture, 3)[0, 0, 20]
    assert float(answer[20] - answer[19]) > 0.5 > float(blurred[0, 0, 20, 20] - blurred[0, 0, 20, 19])


def _options(stride: int) -> Table:
    """A table as a convolution's options: same padding (0), stride across and down (1 and 2), no activation."""
    vtable = struct.pack("<HHHHH", 10, 12, 0, 4, 8)
    return Table(vtable + b"\0\0" + struct.pack("<iii", 12, stride, stride), 12)
