"""What lies behind the person: a colour, nothing, or what was there."""

import re
from dataclasses import dataclass

import torch
from torch import Tensor

NAMED = {
    "white": (255, 255, 255), "grey": (204, 204, 204), "gray": (204, 204, 204), "black": (0, 0, 0),
    "blue": (67, 142, 219), "red": (204, 32, 41), "cream": (255, 250, 240),
}  # fmt: skip


@dataclass(frozen=True)
class Background:
    """A colour (red, green, blue 0..255), or without one: the photo's own if `keep`, else transparent."""

    colour: tuple[int, int, int] | None = None
    keep: bool = False

    @property
    def transparent(self) -> bool:
        """Whether the picture needs opacity."""
        return self.colour is None and not self.keep


def parse(text: str) -> Background:
    """Read "white", "grey", "#d0e0f0", "transparent", "keep" and the like; raises ValueError for anything else."""
    text = text.strip().lower()
    if text == "transparent":
        return Background()
    if text == "keep":
        return Background(keep=True)
    if text in NAMED:
        return Background(NAMED[text])
    if re.fullmatch(r"#?[0-9a-f]{6}", text):
        red, green, blue = bytes.fromhex(text.removeprefix("#"))
        return Background((red, green, blue))
    raise ValueError(text)


def compose(picture: Tensor, opacity: Tensor, background: Background) -> Tensor:
    """Put the person, 1 x 3 x H x W (0..255) with opacity 1 x 1 x H x W (0..1), before the background."""
    if background.keep:
        return picture
    if background.colour is None:
        return torch.cat([picture, opacity * 255], 1)
    behind = torch.tensor(background.colour, dtype=picture.dtype, device=picture.device).view(1, 3, 1, 1)
    return torch.lerp(behind, picture, opacity)
