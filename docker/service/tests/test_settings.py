"""Settings: typed in one place, and the same everywhere they are shown."""

import re

import pytest
from pydantic import ValidationError

from facecraft.env_example import COMPOSE, env_example
from facecraft.settings import FIXED_IN_THE_IMAGE, Settings
from tests.conftest import REPOSITORY

COMPOSE_FILE = (REPOSITORY / "docker-compose.yml").read_text(encoding="utf-8")
USED = dict(re.findall(r"\$\{(FACECRAFT_\w+):-([^}]*)\}", COMPOSE_FILE))
OFFERED = dict(re.findall(r"^# (FACECRAFT_\w+)=(.*)$", env_example(), re.MULTILINE))


def test_the_example_file_is_what_the_settings_say() -> None:
    assert (REPOSITORY / ".env.example").read_text(encoding="utf-8") == env_example()


def test_the_compose_file_passes_every_setting_on_with_the_same_default() -> None:
    assert USED == OFFERED


def test_every_setting_is_explained_in_a_sentence() -> None:
    assert all(str(field.description).endswith(".") for field in Settings.model_fields.values())
    assert all(meaning.endswith(".") for _, meaning in COMPOSE.values())


def test_every_variable_is_explained_beside_its_place_in_the_compose_file() -> None:
    lines = COMPOSE_FILE.splitlines()
    for name in USED:
        (place,) = [number for number, line in enumerate(lines) if f"${{{name}:-" in line][:1]
        above = "\n".join(lines[max(0, place - 4) : place])
        assert "#" in above, name


def test_what_the_image_relies_on_cannot_be_set_by_mistake() -> None:
    assert not {f"FACECRAFT_{name.upper()}" for name in FIXED_IN_THE_IMAGE} & set(USED)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACECRAFT_API_KEY", "")
    monkeypatch.setenv("FACECRAFT_CORS_ORIGINS", "")
    monkeypatch.setenv("FACECRAFT_MAX_QUEUED_JOBS", "")
    assert (Settings().api_key, Settings().cors_origins, Settings().max_queued_jobs) == (None, (), 16)


def test_a_list_is_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACECRAFT_CORS_ORIGINS", "https://a.example, https://b.example")
    assert Settings().cors_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("name", "value"), [("DEVICE", "tpu"), ("MAX_QUEUED_JOBS", "-1"), ("CLEANUP_AGE_HOURS", "soon")]
)
def test_a_value_that_makes_no_sense_is_refused_at_the_start(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"FACECRAFT_{name}", value)
    with pytest.raises(ValidationError):
        Settings()
