"""Starting: a device that is missing, models that are wrong, logs that tell no names."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from facecraft.device import choose_device
from facecraft.logs import set_up_logging
from tests.conftest import REPOSITORY

FETCH = REPOSITORY / "docker" / "fetch_models.py"


def test_a_demanded_graphics_card_that_is_missing_stops_the_start_with_one_sentence() -> None:
    environment = {"FACECRAFT_DEVICE": "cuda", "PYTHONPATH": ":".join(path for path in sys.path if path)}
    end = subprocess.run(
        [sys.executable, "-m", "facecraft"], env=environment, capture_output=True, text=True, check=False
    )
    assert end.returncode == 3
    assert end.stderr.count("\n") == 1
    assert "FACECRAFT_DEVICE=cuda demands a graphics card" in end.stderr


def test_without_a_demand_the_processor_takes_over() -> None:
    assert choose_device("auto").type == "cpu"


def test_a_model_with_another_hash_stops_the_build(models: Path) -> None:
    """The same function that the image's build runs, on the real file and a lock with one digit changed."""
    program = (
        "import sys, tomllib, pathlib; sys.path.insert(0, sys.argv[1]); import fetch_models\n"
        "lock = tomllib.loads(pathlib.Path(sys.argv[2]).read_text())\n"
        "model = next(each for each in lock['model'] if each['name'] == 'onet.pt')\n"
        "content = pathlib.Path(sys.argv[3]).read_bytes()\n"
        "fetch_models.verify(model, content)\n"
        "model['sha256'] = 'f' + model['sha256'][1:]\n"
        "fetch_models.verify(model, content)\n"
    )
    arguments = [str(FETCH.parent), str(FETCH.parent / "models.lock"), str(models / "onet.pt")]
    end = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert end.returncode == 1
    assert "onet.pt is not the expected file" in end.stderr


def test_names_of_photos_are_not_logged(client: TestClient, photo: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    client.post("/api/v1/process/quick", files={"file": ("secret-name.jpg", photo)})
    client.post("/api/v1/process/quick", files={"file": ("secret-name.jpg", b"x")})
    assert "photo done" in caplog.text
    assert "photo refused" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("form", ["text", "json"])
def test_every_event_is_one_line(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = logging.getLogger().handlers[:]
    set_up_logging("INFO", form)
    try:
        try:
            raise ValueError("two\nlines")
        except ValueError:
            logging.getLogger("facecraft").exception("it failed")
    finally:
        logging.getLogger().handlers = before
    (line,) = capsys.readouterr().err.splitlines()
    assert "it failed" in line
    if form == "json":
        assert json.loads(line)["level"] == "ERROR"
