"""Photo -> face -> head -> view -> matte -> picture: the whole way in one place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import torch

from facecraft.device import choose_device
from facecraft.pipeline.background import Background, compose
from facecraft.pipeline.decode import Pixels, decode
from facecraft.pipeline.detect import FaceFinder
from facecraft.pipeline.encode import FileType, encode
from facecraft.pipeline.formats import FORMATS, Format
from facecraft.pipeline.framing import frame, hair_is_cut
from facecraft.pipeline.head import Head, measure_head
from facecraft.pipeline.landmarks import FaceMeasure
from facecraft.pipeline.matte import Matting
from facecraft.pipeline.refusal import PhotoRefused, Reason
from facecraft.pipeline.search import FaceSearch
from facecraft.pipeline.view import View, look

NOTE_SEVERAL = "There are several faces; the largest one was taken."
NOTE_HEAD_CUT = "The photo itself cuts off the top of the head."
NOTE_HAIR = "The hair is taller than this format has room for."
NOTE_BODY_CUT = "The photo ends above the lower edge of the picture."
NOTE_ENLARGED = "The face is small in the photo, so the picture is not sharp."
MOST_ENLARGED = 0.5
"""Photo pixels for each picture pixel below which the picture is visibly soft."""


@dataclass(frozen=True)
class Order:
    """What is wanted."""

    form: Format = FORMATS["passport"]
    background: Background = field(default_factory=lambda: Background((255, 255, 255)))
    kind: FileType = FileType.PNG
    quality: int = 92


@dataclass(frozen=True)
class Limits:
    """What a photo may be: most pixels in millions, smallest face in photo pixels."""

    max_megapixels: int = 60
    min_face: int = 40


@dataclass(frozen=True)
class Plan:
    """What was found in a photo and how it will be shown: number of faces, the head, the view."""

    faces: int
    head: Head
    view: View


@dataclass(frozen=True)
class Portrait:
    """A finished picture: the file's bytes, its size in pixels, faces in the photo, notes for people, and in shares of
    the picture's height the head (chin to crown) and the eyes (above the bottom edge).
    """

    content: bytes
    kind: FileType
    width: int
    height: int
    faces: int
    head: float
    eyes: float
    notes: tuple[str, ...]


class Portraitist:
    """All models on one device; may be used by several threads at once, since nothing in it changes."""

    def __init__(
        self, folder: Path, device: Literal["auto", "cpu", "cuda"], loaded: Callable[[int], None] = lambda _: None
    ) -> None:
        """Load from the folder; `loaded` hears how many more models are there. Raises DeviceMissing."""
        self.device = choose_device(device)
        self._finder = FaceFinder(folder, self.device)
        loaded(3)
        self._measure = FaceMeasure(folder, self.device)
        loaded(1)
        self.matting = Matting(folder, self.device)
        loaded(2)
        self.faces = FaceSearch(self._finder, self._measure, self.device)

    def make(self, content: bytes, order: Order, limits: Limits) -> Portrait:
        """Turn the bytes of a photo into a picture; raises PhotoRefused if that cannot be done."""
        photo = decode(content, limits.max_megapixels)
        return self._picture(photo, self.plan(photo, order.form, limits), order)

    @torch.inference_mode()
    def plan(self, photo: Pixels, form: Format, limits: Limits) -> Plan:
        """Find the face and decide where it goes; raises PhotoRefused if there is none that can be used."""
        found = self.faces.search(photo)
        if found is None:
            raise PhotoRefused(Reason.NO_FACE)
        if found.face.width < limits.min_face:
            raise PhotoRefused(Reason.FACE_TOO_SMALL, f"{found.face.width:.0f} pixels wide")
        head = measure_head(photo, found.marks, self.matting, self.device)
        return Plan(found.faces, head, frame(head, form))

    def warm_up(self) -> None:
        """Run every model once, so that "ready" means that it really works on this device."""
        self._finder.warm_up(self.device)
        self._measure.warm_up()
        self.matting.fine(torch.zeros(1, 3, 64, 64, device=self.device))

    @torch.inference_mode()
    def _picture(self, photo: Pixels, plan: Plan, order: Order) -> Portrait:
        head, view = plan.head, plan.view
        picture, inside = look(photo, view, self.device)
        opacity = inside if order.background.keep else self.matting.fine(picture) * inside
        finished = compose(picture, opacity, order.background)
        notes = {
            NOTE_SEVERAL: plan.faces > 1,
            NOTE_HEAD_CUT: head.cut,
            NOTE_HAIR: hair_is_cut(head, view),
            NOTE_BODY_CUT: not bool(inside[0, 0, -1].any()),
            NOTE_ENLARGED: view.scale < MOST_ENLARGED,
        }
        return Portrait(
            content=encode(finished, order.kind, order.quality, order.form.dpi),
            kind=order.kind,
            width=view.width,
            height=view.height,
            faces=plan.faces,
            head=head.height / view.scale / view.height,
            eyes=1 - view.place[1] / view.height,
            notes=tuple(note for note, holds in notes.items() if holds),
        )
