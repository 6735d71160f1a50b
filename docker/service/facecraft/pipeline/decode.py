"""Bytes of a photo -> upright RGB pixels, with every limit checked before anything is unpacked."""

import io
import struct
import warnings

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from facecraft.pipeline.refusal import PhotoRefused, Reason

Pixels = npt.NDArray[np.uint8]
"""Height x width x 3, RGB, 0..255."""

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF")
"""Decoders that may be tried; JPEG also opens the two-picture files (MPO) that phones write."""
WORKING_SIDE = 3000
"""Longer photos are reduced to this side, in pixels: more than any picture that comes out needs."""
SMALLEST_SIDE = 64

_HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")
_SRGB = ImageCms.createProfile("sRGB")


def decode(content: bytes, max_megapixels: int) -> Pixels:
    """Read a photo; raises PhotoRefused for anything that is not one still picture within the limit."""
    if not content:
        raise PhotoRefused(Reason.EMPTY)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS and b"avif" not in content[8:32]:
        raise PhotoRefused(Reason.HEIC)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _open(content) as image:
            _check_size(image, max_megapixels)
            _check_still(image)
            return _unpack(image)


def _open(content: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise PhotoRefused(Reason.TOO_MANY_PIXELS) from error
    except UnidentifiedImageError as error:
        raise PhotoRefused(Reason.NOT_A_PHOTO) from error
    except Exception as error:
        # Each of the decoders has exceptions of its own; none of them may get further than here.
        raise PhotoRefused(Reason.DAMAGED) from error


def _check_size(image: Image.Image, max_megapixels: int) -> None:
    width, height = image.size
    if width * height > max_megapixels * 1_000_000:
        raise PhotoRefused(Reason.TOO_MANY_PIXELS, f"{width * height / 1e6:.1f} million pixels")
    if min(width, height) < SMALLEST_SIDE:
        raise PhotoRefused(Reason.TOO_FEW_PIXELS, f"{width} x {height} pixels")


def _check_still(image: Image.Image) -> None:
    # An MPO file is a JPEG with a second view or a depth map behind it, as phones write them: the first is the photo.
    if image.format == "MPO":
        return
    try:
        animated = bool(getattr(image, "is_animated", False))
    except Exception as error:
        raise PhotoRefused(Reason.DAMAGED) from error
    if animated:
        raise PhotoRefused(Reason.ANIMATED)


def _unpack(image: Image.Image) -> Pixels:
    try:
        image.draft("RGB", (WORKING_SIDE, WORKING_SIDE))
        image.load()
        image.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        return np.asarray(_upright(_to_rgb(image)), dtype=np.uint8)
    except Exception as error:
        raise PhotoRefused(Reason.DAMAGED) from error


def _to_rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        image = _to_eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        exif = image.getexif()
        image = image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image, mask=image.getchannel("A"))
        flat.getexif().update(exif)
        return flat
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            converted = ImageCms.profileToProfile(image, io.BytesIO(profile), _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile that does not fit is common in the wild and no reason to refuse the photo.
            converted = None
        if converted is not None:
            converted.getexif().update(image.getexif())
            return converted
    return image.convert("RGB")


def _to_eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image, dtype=np.float32)
    top = 65535.0 if image.mode.startswith("I") and values.max(initial=0) > 255 else 255.0
    return Image.fromarray((values * (255.0 / top)).clip(0, 255).astype(np.uint8))


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except (ValueError, TypeError, KeyError, SyntaxError, OSError, struct.error, ZeroDivisionError):
        # Broken notes about the camera must not cost the photo.
        return image
