"""Reading photos: every kind that is promised, and nothing that could do harm."""

import io
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps

from facecraft.pipeline.decode import WORKING_SIDE, decode
from facecraft.pipeline.refusal import PhotoRefused, Reason
from tests.pictures import plain, png_that_claims, stored

KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF")


def reason_for(content: bytes) -> Reason:
    with pytest.raises(PhotoRefused) as refused:
        decode(content, 60)
    return refused.value.reason


@pytest.mark.parametrize("kind", KINDS)
def test_every_promised_file_format_is_read(kind: str) -> None:
    assert decode(stored(plain(), kind), 60).shape == (160, 120, 3)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "PNG"), ("LA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("CMYK", "TIFF")],
)
def test_every_kind_of_colours_becomes_rgb_that_looks_the_same(mode: str, kind: str) -> None:
    found = decode(stored(plain(mode=mode), kind), 60)
    expected = np.asarray(plain(mode=mode).convert("RGB"))
    assert np.abs(found.astype(int) - expected).mean() < 6


def test_sixteen_bits_of_grey_are_scaled_not_clipped() -> None:
    values = (np.arange(160 * 120).reshape(160, 120) * 3).astype(np.uint16)
    found = decode(stored(Image.fromarray(values), "PNG"), 60)
    assert abs(int(found[80, 60, 0]) - int(values[80, 60]) // 257) <= 1


def test_what_is_transparent_becomes_white() -> None:
    glass = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    assert (decode(stored(glass, "PNG"), 60) == 255).all()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whatever_way_the_camera_was_held(orientation: int) -> None:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = plain() if orientation == 1 else plain().transpose(turns[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert np.array_equal(decode(stored(image, "PNG", exif=exif), 60), np.asarray(plain()))


def test_broken_notes_of_the_camera_do_not_cost_the_photo() -> None:
    assert decode(stored(plain(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\xff\xff"), 60).shape == (160, 120, 3)


def test_a_wrong_colour_profile_does_not_cost_the_photo() -> None:
    assert decode(stored(plain(), "JPEG", icc_profile=b"not a profile"), 60).shape == (160, 120, 3)


def test_a_colour_profile_is_honoured() -> None:
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain_srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    same = decode(stored(plain(), "PNG", icc_profile=plain_srgb), 60)
    assert np.abs(same.astype(int) - np.asarray(plain())).max() <= 2
    assert decode(stored(plain(), "PNG", icc_profile=wide), 60).shape == (160, 120, 3)


def test_a_large_photo_is_reduced_to_what_is_needed() -> None:
    assert max(decode(stored(plain(4000, 3000), "JPEG"), 60).shape) == WORKING_SIDE


def test_a_photo_with_a_depth_map_behind_it_is_one_photo() -> None:
    file = io.BytesIO()
    plain().save(file, "MPO", save_all=True, append_images=[plain(60, 80)])
    assert decode(file.getvalue(), 60).shape == (160, 120, 3)


def test_an_empty_file_is_called_empty() -> None:
    assert reason_for(b"") is Reason.EMPTY


@pytest.mark.parametrize(
    "content",
    [
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><img src=x>",
        b"%PDF-1.7",
        b"PK\3\4" + b"\0" * 99,
        b"\x89PNG\r\n\x1a\n<svg/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    ],
    ids=["text", "svg", "html", "pdf", "zip", "svg posing as png", "postscript"],
)
def test_what_is_no_photo_is_refused_whatever_it_poses_as(content: bytes) -> None:
    assert reason_for(content) in (Reason.NOT_A_PHOTO, Reason.DAMAGED)


def test_an_apple_photo_is_named_as_such() -> None:
    assert reason_for(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64) is Reason.HEIC


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP"])
def test_a_photo_that_breaks_off_is_called_damaged(kind: str) -> None:
    content = stored(plain(400, 500), kind)
    assert reason_for(content[: len(content) * 2 // 3]) in (Reason.DAMAGED, Reason.NOT_A_PHOTO)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_picture_that_moves_is_refused(kind: str) -> None:
    frames = [ImageOps.invert(plain()), ImageOps.mirror(plain())]
    assert reason_for(stored(plain(), kind, save_all=True, append_images=frames)) is Reason.ANIMATED


@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (8_000, 8_000), (2**31 - 1, 1)])
def test_a_bomb_is_refused_before_it_is_unpacked(width: int, height: int) -> None:
    tracemalloc.start()
    assert reason_for(png_that_claims(width, height)) is Reason.TOO_MANY_PIXELS
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4_000_000


def test_a_preview_is_called_too_small() -> None:
    assert reason_for(stored(plain(40, 60), "PNG")) is Reason.TOO_FEW_PIXELS


@given(st.binary(max_size=2000))
def test_no_bytes_get_further_than_a_refusal(content: bytes) -> None:
    reason_for(content)


HEADS = {kind: stored(plain(), kind) for kind in KINDS}


@examples(max_examples=400)
@given(
    kind=st.sampled_from(KINDS),
    damage=st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), max_size=12),
    cut=st.floats(0, 1),
    tail=st.binary(max_size=40),
)
def test_a_damaged_photo_is_read_or_refused_but_never_breaks_anything(
    kind: str, damage: list[tuple[int, int]], cut: float, tail: bytes
) -> None:
    content = bytearray(HEADS[kind])
    for place, value in damage:
        content[place % len(content)] = value
    try:
        pixels = decode(bytes(content[: int(len(content) * (1 - cut / 4))]) + tail, 60)
    except PhotoRefused:
        return
    assert pixels.ndim == 3
    assert pixels.dtype == np.uint8
