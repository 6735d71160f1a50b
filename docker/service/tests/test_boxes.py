"""Boxes: the strongest remain, and the arithmetic is that of rectangles."""

import torch
from hypothesis import given
from hypothesis import strategies as st

from facecraft.pipeline.boxes import corrected, overlap, squared, strongest

corners = st.tuples(st.floats(0, 100), st.floats(0, 100), st.floats(1, 50), st.floats(1, 50))
lists = st.lists(st.tuples(corners, st.floats(0, 1)), min_size=1, max_size=20)


def boxes_of(items: list[tuple[tuple[float, float, float, float], float]]) -> tuple[torch.Tensor, torch.Tensor]:
    boxes = torch.tensor([(x, y, x + width, y + height) for (x, y, width, height), _ in items])
    return boxes, torch.tensor([score for _, score in items])


@given(items=lists)
def test_no_two_boxes_that_remain_overlap_by_more_than_the_limit(
    items: list[tuple[tuple[float, float, float, float], float]],
) -> None:
    boxes, scores = boxes_of(items)
    kept = strongest(boxes, scores, 0.5)
    for place, index in enumerate(kept):
        assert bool((overlap(boxes[index], boxes[kept[place + 1 :]], of="union") <= 0.5).all())


@given(items=lists)
def test_the_strongest_box_always_remains(items: list[tuple[tuple[float, float, float, float], float]]) -> None:
    boxes, scores = boxes_of(items)
    assert float(scores[strongest(boxes, scores, 0.5)[0]]) == float(scores.max())


def test_half_of_a_box_is_a_third_of_both_and_half_of_the_smaller() -> None:
    box, other = torch.tensor([0.0, 0, 10, 10]), torch.tensor([[5.0, 0, 15, 10]])
    assert round(float(overlap(box, other, of="union")), 3) == 0.333
    assert float(overlap(box, other, of="smaller")) == 0.5


def test_a_squared_box_keeps_its_centre_and_a_correction_counts_in_its_sides() -> None:
    assert squared(torch.tensor([[0.0, 0, 10, 20]])).tolist() == [[-5, 0, 15, 20]]
    assert corrected(torch.tensor([[0.0, 0, 10, 20]]), torch.tensor([[0.1, 0.1, 0, 0]])).tolist() == [[1, 2, 10, 20]]
