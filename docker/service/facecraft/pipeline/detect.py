"""Find faces: three networks, each looking closer at what the one before left over."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from facecraft.pipeline.boxes import corrected, squared, strongest
from facecraft.pipeline.mtcnn import OutputNet, ProposalNet, RefineNet, load_weights

PROPOSAL_FIELD = 12
"""Side of the square that the first network looks at, in pixels; from it follow the sizes of the pyramid."""
PYRAMID_STEP = 0.709
"""Each level of the pyramid has half the area of the one before."""
PROPOSE_ABOVE, REFINE_ABOVE, ACCEPT_ABOVE = 0.6, 0.7, 0.7


@dataclass(frozen=True)
class Face:
    """One face in pixels of the picture searched: box (left, top, right, bottom), five points (right eye, left eye,
    nose, right and left corner of the mouth, as seen: left to right), chance 0..1.
    """

    box: tuple[float, float, float, float]
    points: tuple[tuple[float, float], ...]
    chance: float

    @property
    def width(self) -> float:
        """Width of the box in pixels."""
        return self.box[2] - self.box[0]

    @property
    def area(self) -> float:
        """Area of the box in square pixels."""
        return self.width * (self.box[3] - self.box[1])


class FaceFinder:
    """The cascade with its weights on one device."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        self._propose, self._refine, self._output = ProposalNet(), RefineNet(), OutputNet()
        for net, name in ((self._propose, "pnet"), (self._refine, "rnet"), (self._output, "onet")):
            load_weights(net, folder / f"{name}.pt")
            net.to(device)

    @torch.inference_mode()
    def find(self, picture: Tensor, smallest: int) -> list[Face]:
        """Faces in a 1 x 3 x H x W picture (0..255) that are at least `smallest` pixels wide, the surest first."""
        picture = (picture - 127.5) / 128.0
        boxes = self._candidates(picture, smallest)
        if len(boxes):
            chance, correction = (answer.cpu() for answer in self._refine(_patches(picture, boxes, 24)))
            boxes, chance, correction = (t[chance > REFINE_ABOVE] for t in (boxes, chance, correction))
            keep = strongest(boxes, chance, 0.7)
            boxes = squared(corrected(boxes[keep], correction[keep]))
        return self._decide(picture, boxes) if len(boxes) else []

    def warm_up(self, device: torch.device) -> None:
        """Run each network once on an empty picture."""
        for net, side in ((self._propose, 64), (self._refine, 24), (self._output, 48)):
            net(torch.zeros(1, 3, side, side, device=device))

    def _candidates(self, picture: Tensor, smallest: int) -> Tensor:
        found, chances = [torch.empty(0, 4)], [torch.empty(0)]
        height, width = picture.shape[2:]
        scale = PROPOSAL_FIELD / smallest
        while min(height, width) * scale >= PROPOSAL_FIELD:
            level = F.interpolate(picture, (int(height * scale + 1), int(width * scale + 1)), mode="area")
            chance, correction = (answer[0].cpu() for answer in self._propose(level))
            rows, columns = (chance >= PROPOSE_ABOVE).nonzero(as_tuple=True)
            corner = torch.stack([columns, rows], 1) * 2.0
            boxes = torch.cat([corner, corner + PROPOSAL_FIELD], 1) / scale
            keep = strongest(boxes, chance[rows, columns], 0.5)
            found.append(corrected(boxes[keep], correction[:, rows, columns].T[keep]))
            chances.append(chance[rows, columns][keep])
            scale *= PYRAMID_STEP
        boxes = torch.cat(found)
        return squared(boxes[strongest(boxes, torch.cat(chances), 0.7)])

    def _decide(self, picture: Tensor, boxes: Tensor) -> list[Face]:
        chance, correction, places = (answer.cpu() for answer in self._output(_patches(picture, boxes, 48)))
        boxes, chance, correction, places = (t[chance > ACCEPT_ABOVE] for t in (boxes, chance, correction, places))
        corner, side = boxes[:, :2], boxes[:, 2:] - boxes[:, :2]
        # The network answers five x and then five y, in shares of the box.
        points = places.reshape(-1, 2, 5).transpose(1, 2) * side[:, None] + corner[:, None]
        boxes = corrected(boxes, correction)
        return [
            Face(tuple(boxes[i].tolist()), tuple((x, y) for x, y in points[i].tolist()), float(chance[i]))
            for i in strongest(boxes, chance, 0.7, of="smaller").tolist()
        ]


def _patches(picture: Tensor, boxes: Tensor, side: int) -> Tensor:
    """Cut out each box and bring it to side x side; what lies outside the picture is left away."""
    height, width = picture.shape[2:]
    patches = []
    for left, top, right, bottom in boxes.round().long().tolist():
        left, right = min(max(left, 0), width - 2), max(min(right, width), 2)
        top, bottom = min(max(top, 0), height - 2), max(min(bottom, height), 2)
        patch = picture[:, :, top : max(bottom, top + 2), left : max(right, left + 2)]
        patches.append(F.interpolate(patch, (side, side), mode="area"))
    return torch.cat(patches)
