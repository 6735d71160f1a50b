"""Boxes around faces: N x 4 tensors of left, top, right, bottom in pixels."""

import torch
from torch import Tensor


def overlap(box: Tensor, others: Tensor, *, of: str) -> Tensor:
    """Share of overlap of one box (4) with others (N x 4): of="union", or of="smaller" for the smaller box's area."""
    sides = (torch.minimum(box[2:], others[:, 2:]) - torch.maximum(box[:2], others[:, :2])).clamp(min=0)
    shared = sides[:, 0] * sides[:, 1]
    area, areas = (box[2] - box[0]) * (box[3] - box[1]), (others[:, 2] - others[:, 0]) * (others[:, 3] - others[:, 1])
    whole = torch.minimum(area, areas) if of == "smaller" else area + areas - shared
    return shared / whole.clamp(min=1e-6)


def strongest(boxes: Tensor, scores: Tensor, limit: float, *, of: str = "union") -> Tensor:
    """Indices of the boxes that remain when each one silences the weaker ones that overlap it by more than limit."""
    order = scores.argsort(descending=True)
    kept: list[int] = []
    while order.numel():
        first, rest = int(order[0]), order[1:]
        kept.append(first)
        order = rest[overlap(boxes[first], boxes[rest], of=of) <= limit]
    return torch.tensor(kept, dtype=torch.long)


def squared(boxes: Tensor) -> Tensor:
    """The same centres with both sides as long as the longer one."""
    half = (boxes[:, 2:] - boxes[:, :2]).amax(1, keepdim=True) / 2
    centre = (boxes[:, :2] + boxes[:, 2:]) / 2
    return torch.cat([centre - half, centre + half], 1)


def corrected(boxes: Tensor, correction: Tensor) -> Tensor:
    """Move each edge by a network's correction, given in shares of the box's width and height."""
    return boxes + correction * (boxes[:, 2:] - boxes[:, :2]).repeat(1, 2)
