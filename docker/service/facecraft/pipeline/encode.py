"""A finished picture -> the bytes of a file, without any note about the photo it came from."""

import io
from enum import StrEnum

import torch
from PIL import Image
from torch import Tensor


class FileType(StrEnum):
    """The kinds of files that can come out."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"

    @property
    def media_type(self) -> str:
        """As in a Content-Type header."""
        return f"image/{self.value}"

    @property
    def keeps_transparency(self) -> bool:
        """Whether a transparent background can be stored."""
        return self is not FileType.JPEG


def encode(picture: Tensor, kind: FileType, quality: int, dpi: int) -> bytes:
    """Write a 1 x C x H x W picture (0..255, C is 3 or 4 with opacity); quality 1..100 counts for JPEG and WebP."""
    pixels = picture[0].permute(1, 2, 0).round().clamp(0, 255).to(torch.uint8).cpu().numpy()
    image, file = Image.fromarray(pixels), io.BytesIO()
    match kind:
        case FileType.PNG:
            image.save(file, "PNG", dpi=(dpi, dpi), compress_level=3)
        case FileType.JPEG:
            image.save(file, "JPEG", quality=quality, dpi=(dpi, dpi), subsampling=0)
        case FileType.WEBP:
            image.save(file, "WEBP", quality=quality)
    return file.getvalue()
