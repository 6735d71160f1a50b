"""The whole way from a photo to a picture, with the real models."""

import io
import math

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from facecraft.pipeline.background import Background, parse
from facecraft.pipeline.decode import decode
from facecraft.pipeline.detect import Face
from facecraft.pipeline.encode import FileType
from facecraft.pipeline.formats import FORMATS, custom
from facecraft.pipeline.landmarks import tilt
from facecraft.pipeline.portrait import NOTE_ENLARGED, NOTE_SEVERAL, Limits, Order, Portraitist
from facecraft.pipeline.refusal import PhotoRefused, Reason
from tests.conftest import PHOTO
from tests.pictures import opened, plain, stored


def make(portraitist: Portraitist, content: bytes, order: Order | None = None) -> Image.Image:
    return opened(portraitist.make(content, order or Order(), Limits()).content)


def eyes_in(portraitist: Portraitist, content: bytes) -> tuple[Face, float, float, float]:
    """The face in a finished picture, the middle of its eyes in shares of width and height, and its tilt in degrees."""
    pixels = decode(content, 60)
    found = portraitist.faces.search(pixels)
    assert found is not None
    face = found.face
    (left, right) = face.points[:2]
    across, down = (left[0] + right[0]) / 2 / pixels.shape[1], (left[1] + right[1]) / 2 / pixels.shape[0]
    return face, across, down, math.degrees(tilt(left, right))


@pytest.mark.parametrize("name", FORMATS)
def test_the_eyes_come_to_lie_where_the_format_wants_them(name: str, portraitist: Portraitist, photo: bytes) -> None:
    picture = portraitist.make(photo, Order(FORMATS[name]), Limits())
    _, across, down, degrees = eyes_in(portraitist, picture.content)
    assert abs(across - 0.5) < 0.03
    assert abs(down - (1 - FORMATS[name].eyes.wanted)) < 0.03
    assert abs(degrees) < 2.5


@pytest.mark.parametrize("name", FORMATS)
def test_the_hair_is_whole_and_the_head_has_the_height_that_is_told(
    name: str, portraitist: Portraitist, photo: bytes
) -> None:
    form = FORMATS[name]
    picture = portraitist.make(photo, Order(form, parse("transparent")), Limits())
    opacity = np.asarray(opened(picture.content))[:, :, 3]
    middle = opacity[:, form.width // 4 : form.width * 3 // 4]
    top = int((middle > 128).any(1).argmax())
    assert top > form.height * 0.01, "the upper edge cuts the hair"
    chin = (1 - picture.eyes) * form.height + picture.head * form.height / 2
    assert abs((chin - top) / form.height - picture.head) < 0.06


@pytest.mark.parametrize("degrees", [-35, -20, 15, 30, 90, 180])
def test_a_tilted_photo_is_levelled(degrees: int, portraitist: Portraitist, photo: bytes) -> None:
    turned = opened(photo).rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=(128, 128, 128))
    content = portraitist.make(stored(turned, "PNG"), Order(), Limits()).content
    assert abs(eyes_in(portraitist, content)[3]) < 3


def test_a_face_upside_down_is_not_taken_for_an_upright_one(portraitist: Portraitist) -> None:
    photo = opened((PHOTO.parent / "dark-hair.jpg").read_bytes()).rotate(180)
    found = portraitist.faces.search(decode(stored(photo, "PNG"), 60))
    assert found is not None
    assert abs(math.degrees(tilt(*found.marks.eyes))) > 170


def test_the_measured_points_lie_on_the_face(portraitist: Portraitist, photo: bytes) -> None:
    found = portraitist.faces.search(decode(photo, 60))
    assert found is not None
    face, marks = found.face, found.marks
    assert marks.chance > 0.9
    for measured, expected in zip(marks.eyes, face.points[:2], strict=True):
        assert math.dist(measured, expected) < 4
    assert face.box[1] - 10 < marks.forehead[1] < marks.eyes[0][1] < marks.chin[1] < face.box[3] + 15


def test_a_colour_fills_the_corners_exactly(portraitist: Portraitist, photo: bytes) -> None:
    picture = make(portraitist, photo, Order(FORMATS["us-2x2"], Background((208, 224, 240))))
    assert picture.getpixel((3, 3)) == (208, 224, 240)
    assert picture.getpixel((596, 3)) == (208, 224, 240)


def test_transparent_corners_are_clear_and_the_face_is_solid(portraitist: Portraitist, photo: bytes) -> None:
    opacity = make(portraitist, photo, Order(FORMATS["portrait"], parse("transparent"))).getchannel("A")
    assert opacity.getpixel((5, 5)) == 0
    assert opacity.getpixel((400, 400)) == 255


def test_the_photos_own_background_can_be_kept(portraitist: Portraitist, photo: bytes) -> None:
    assert make(portraitist, photo, Order(background=parse("keep"))).getpixel((5, 5)) != (255, 255, 255)


@pytest.mark.parametrize("kind", FileType)
def test_each_file_type_has_the_size_of_the_format(kind: FileType, portraitist: Portraitist, photo: bytes) -> None:
    picture = make(portraitist, photo, Order(custom(320, 400), kind=kind))
    assert picture.size == (320, 400)
    assert picture.format == kind.name


def test_nothing_about_the_camera_or_the_place_reaches_the_picture(portraitist: Portraitist, photo: bytes) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    noted = stored(opened(photo), "JPEG", exif=exif, comment=b"a secret comment")
    for kind in FileType:
        content = portraitist.make(noted, Order(kind=kind), Limits()).content
        assert b"ecret" not in content
        assert b"Exif" not in content
        assert not dict(opened(content).getexif())


def test_the_same_photo_gives_the_same_picture(portraitist: Portraitist, photo: bytes) -> None:
    assert make(portraitist, photo).tobytes() == make(portraitist, photo).tobytes()


def test_a_photo_without_a_face_is_refused(portraitist: Portraitist) -> None:
    with pytest.raises(PhotoRefused) as refused:
        portraitist.make(stored(plain(600, 600), "JPEG"), Order(), Limits())
    assert refused.value.reason is Reason.NO_FACE


def test_a_face_below_the_limit_is_refused_with_its_size(portraitist: Portraitist, photo: bytes) -> None:
    with pytest.raises(PhotoRefused) as refused:
        portraitist.make(photo, Order(), Limits(min_face=200))
    assert refused.value.reason is Reason.FACE_TOO_SMALL
    assert "pixels wide" in refused.value.fact


def test_of_several_faces_the_largest_is_taken_and_that_is_said(portraitist: Portraitist, photo: bytes) -> None:
    one = opened(photo)
    both = Image.new("RGB", (1100, 560), (90, 90, 90))
    both.paste(one, (20, 24))
    both.paste(one.resize((300, 300)), (700, 100))
    picture = portraitist.make(stored(both, "PNG"), Order(), Limits())
    assert picture.faces == 2
    assert NOTE_SEVERAL in picture.notes
    alone = portraitist.make(photo, Order(), Limits())
    difference = np.asarray(opened(picture.content), float) - np.asarray(opened(alone.content), float)
    assert np.abs(difference).mean() < 12


def test_a_face_that_had_to_be_enlarged_is_said_to_be_soft(portraitist: Portraitist, photo: bytes) -> None:
    assert NOTE_ENLARGED in portraitist.make(photo, Order(FORMATS["portrait"]), Limits()).notes


def test_a_dim_grey_photo_with_noise_still_gives_a_picture(portraitist: Portraitist, photo: bytes) -> None:
    dim = ImageEnhance.Brightness(opened(photo).convert("L")).enhance(0.3)
    noisy = np.asarray(dim, float) + np.random.default_rng(1).normal(0, 6, (dim.height, dim.width))
    file = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=70)
    assert make(portraitist, file.getvalue()).size == (413, 531)
