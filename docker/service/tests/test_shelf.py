"""The shelf: complete jobs only, and deletion only when it was asked for."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecraft.settings import Settings
from facecraft.shelf import Shelf
from tests.conftest import running


def put(shelf: Shelf) -> str:
    return shelf.put({"1.png": b"picture"}, {"format": "passport", "pictures": [{"name": "1.png"}]})


def make_old(folder: Path, hours: float) -> None:
    moment = time.time() - hours * 3600
    os.utime(folder, (moment, moment))


def test_what_is_put_can_be_found_and_counted(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    job = put(shelf)
    picture = shelf.picture(job, "1.png")
    assert picture is not None
    assert picture.read_bytes() == b"picture"
    assert shelf.count() == {"count": 1, "bytes": 7}
    assert [note["job"] for note in shelf.jobs()] == [job]


def test_a_job_that_could_not_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        put(Shelf(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_half_written_is_removed_but_nothing_that_another_version_still_writes(
    tmp_path: Path,
) -> None:
    shelf = Shelf(tmp_path)
    left, being_written = put(shelf), put(shelf)
    for job in (left, being_written):
        (tmp_path / job).rename(tmp_path / f".{job}")
    make_old(tmp_path / f".{left}", 2)
    (tmp_path / ".keep-mine").write_text("not ours")
    assert shelf.jobs() == []
    shelf.remove_unfinished()
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([".keep-mine", f".{being_written}"])


def test_only_jobs_older_than_asked_are_deleted(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    old, young = put(shelf), put(shelf)
    make_old(tmp_path / old, 5)
    assert shelf.remove_older_than(4) == 1
    assert [note["job"] for note in shelf.jobs()] == [young]


@pytest.mark.parametrize(("hours", "left"), [(0, 1), (4, 0)])
def test_photos_stay_until_deleted_unless_an_age_is_set(hours: float, left: int, settings: Settings) -> None:
    job = put(Shelf(settings.processed_dir))
    make_old(settings.processed_dir / job, 10_000)
    with running(settings.model_copy(update={"cleanup_age_hours": hours})) as client:
        until = time.monotonic() + 5
        while len(client.get("/api/v1/jobs").json()) > left and time.monotonic() < until:
            time.sleep(0.02)
        assert len(client.get("/api/v1/jobs").json()) == left
        assert client.get("/status").json()["cleanup_age_hours"] == hours


@given(job=st.text(max_size=60), name=st.text(max_size=30))
def test_no_name_reaches_anything_outside_of_the_shelf(job: str, name: str) -> None:
    shelf = Shelf(Path("/"))
    assert shelf.picture(job, name) is None
    assert shelf.remove(job) is False
