"""Why a photo cannot become a portrait. The words for people are chosen where it is answered."""

from enum import StrEnum


class Reason(StrEnum):
    """Every reason for which the pipeline refuses a photo."""

    EMPTY = "empty-file"
    NOT_A_PHOTO = "not-a-photo"
    HEIC = "heic-photo"
    DAMAGED = "damaged-photo"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_FEW_PIXELS = "too-few-pixels"
    ANIMATED = "animated-picture"
    NO_FACE = "no-face"
    FACE_TOO_SMALL = "face-too-small"


class PhotoRefused(ValueError):
    """The photo cannot be used; `fact` is a short measured detail such as "71.2 million pixels", or empty."""

    def __init__(self, reason: Reason, fact: str = "") -> None:
        super().__init__(f"{reason}: {fact}")
        self.reason = reason
        self.fact = fact
