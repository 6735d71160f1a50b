"""Views: a point goes into the window and comes back, and the window shows what lies there."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from facecraft.pipeline.view import View, look

places = st.floats(-5000, 5000)
views = st.builds(
    View,
    st.integers(1, 500),
    st.integers(1, 500),
    st.tuples(places, places),
    st.tuples(places, places),
    st.floats(-math.pi, math.pi),
    st.floats(0.05, 20),
)
CPU = torch.device("cpu")


@given(view=views, x=places, y=places)
def test_a_point_comes_back_to_where_it_was(view: View, x: float, y: float) -> None:
    assert view.to_window(*view.to_photo(x, y)) == pytest.approx((x, y), abs=0.01)


@given(angle=st.floats(-math.pi, math.pi), scale=st.floats(0.3, 6))
def test_the_anchor_appears_at_its_place_however_it_is_turned(angle: float, scale: float) -> None:
    photo = np.zeros((400, 400, 3), np.uint8)
    photo[192:208, 92:108] = 255
    picture, _ = look(photo, View(81, 81, (100, 200), (40.5, 40.5), angle, scale), CPU)
    assert float(picture[0, 0, 40, 40]) > 150


def test_the_plain_view_shows_the_photo_itself() -> None:
    photo = np.random.default_rng(1).integers(0, 256, (60, 80, 3)).astype(np.uint8)
    picture, inside = look(photo, View(80, 60, (0, 0), (0, 0), 0, 1), CPU)
    assert np.abs(picture[0].permute(1, 2, 0).numpy() - photo).max() < 0.5
    assert bool(inside.all())


def test_what_lies_outside_of_the_photo_is_marked() -> None:
    _, inside = look(np.zeros((50, 50, 3), np.uint8), View(100, 50, (0, 0), (50, 0), 0, 1), CPU)
    assert float(inside[..., :49].sum()) == 0
    assert bool(inside[..., 50:].all())


@given(view=views)
def test_a_view_of_nothing_breaks_nothing(view: View) -> None:
    picture, _ = look(np.zeros((30, 40, 3), np.uint8), view, CPU)
    assert picture.shape == (1, 3, view.height, view.width)
    assert bool(torch.isfinite(picture).all())
