"""Framing: the head stands where the official rules say, and hair is kept whole wherever they leave room for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecraft.pipeline.formats import FORMATS, Format, custom
from facecraft.pipeline.framing import frame, hair_is_cut
from facecraft.pipeline.head import HIGHEST_CROWN, LOWEST_CROWN, Head

formats = st.sampled_from([*FORMATS.values(), custom(1200, 400), custom(300, 900)])
chins = st.floats(10, 2000)


def head(to_chin: float, hair: float) -> Head:
    """A head whose hair is `hair` times as high above the eyes as the chin is below."""
    to_hair = to_chin * max(hair, LOWEST_CROWN)
    return Head((500, 400), 0.1, to_chin, min(to_hair, HIGHEST_CROWN * to_chin), to_hair, cut=False)


@given(form=formats, to_chin=chins, hair=st.floats(0.5, 4))
def test_head_and_eyes_obey_the_rule_of_the_format(form: Format, to_chin: float, hair: float) -> None:
    someone = head(to_chin, hair)
    view = frame(someone, form)
    share = someone.height / view.scale / form.height
    eyes = 1 - view.place[1] / form.height
    assert form.head.least - 1e-6 <= share <= form.head.greatest + 1e-6
    assert form.eyes.least - 1e-6 <= eyes <= form.eyes.greatest + 1e-6


@given(form=formats, to_chin=chins, hair=st.floats(0.5, 1.22))
def test_ordinary_hair_is_never_cut_off(form: Format, to_chin: float, hair: float) -> None:
    assert not hair_is_cut(head(to_chin, hair), frame(head(to_chin, hair), form))


@pytest.mark.parametrize(("name", "least", "greatest"), [("passport", 31.5, 36.0), ("us-2x2", 25.4, 34.925)])
def test_the_head_has_the_official_height_in_millimetres(name: str, least: float, greatest: float) -> None:
    form = FORMATS[name]
    share = head(300, 1.05).height / frame(head(300, 1.05), form).scale / form.height
    assert least <= share * form.height / form.dpi * 25.4 <= greatest


def test_tall_hair_moves_the_head_down_before_it_makes_it_smaller() -> None:
    form = FORMATS["passport"]
    ordinary, tall = frame(head(300, 1.0), form), frame(head(300, 1.4), form)
    assert tall.place[1] > ordinary.place[1]
    assert not hair_is_cut(head(300, 1.4), tall)


def test_hair_that_no_rule_leaves_room_for_is_said_to_be_cut() -> None:
    someone = head(300, 2.0)
    assert hair_is_cut(someone, frame(someone, FORMATS["passport"]))
