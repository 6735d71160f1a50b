"""What many tests need: a photo, the models, and a running service."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from fastapi.testclient import TestClient
from hypothesis import settings as hypothesis_settings

from facecraft.app import create_app
from facecraft.pipeline.portrait import Portraitist
from facecraft.settings import Settings

REPOSITORY = Path(__file__).parents[3]
PHOTO = Path(__file__).parent / "photos" / "astronaut.jpg"
AT_HOME = "http://localhost:8000"

# The machines that run this are shared, so a slow example is no failure.
hypothesis_settings.register_profile("facecraft", deadline=None, database=None, print_blob=True)
hypothesis_settings.load_profile("facecraft")


@pytest.fixture(scope="session")
def photo() -> bytes:
    return PHOTO.read_bytes()


@pytest.fixture(scope="session")
def models() -> Path:
    """The image's models, or outside of the image the same ones, fetched by hash once."""
    folder = Settings().models_dir
    if folder.is_dir():
        return folder
    folder = Path(tempfile.gettempdir()) / "facecraft-test-models"
    if not folder.is_dir():
        docker = REPOSITORY / "docker"
        command = [sys.executable, str(docker / "fetch_models.py"), str(docker / "models.lock"), str(folder)]
        subprocess.run(command, check=True)
    return folder


@pytest.fixture(scope="session")
def portraitist(models: Path) -> Portraitist:
    return Portraitist(models, "cpu")


@pytest.fixture(autouse=True)
def loaded_once(models: Path, portraitist: Portraitist, monkeypatch: pytest.MonkeyPatch) -> None:
    """Services of the tests share the loaded models; one with other models, or another device, loads its own."""

    def shared(folder: Path, device: Literal["auto", "cpu", "cuda"], loaded: Callable[[int], None]) -> Portraitist:
        return portraitist if folder == models else Portraitist(folder, device, loaded)

    monkeypatch.setattr("facecraft.studio.Portraitist", shared)
    monkeypatch.setattr(portraitist, "warm_up", lambda: None)


@pytest.fixture
def settings(tmp_path: Path, models: Path) -> Settings:
    """Settings with folders of this test's own."""
    folders = {name: tmp_path / name for name in ("uploads", "processed")}
    for folder in folders.values():
        folder.mkdir()
    return Settings(device="cpu", models_dir=models, uploads_dir=folders["uploads"], processed_dir=folders["processed"])


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """A running service that is ready."""
    with running(settings) as client:
        yield client


def running(settings: Settings) -> "Running":
    """A service with these settings, ready inside of `with`."""
    return Running(settings)


class Running:
    def __init__(self, settings: Settings) -> None:
        self._client = TestClient(create_app(settings), base_url=AT_HOME)

    def __enter__(self) -> TestClient:
        client = self._client.__enter__()
        until = time.monotonic() + 60
        while client.get("/ready").status_code != 200:
            assert time.monotonic() < until, client.get("/ready").text
            time.sleep(0.05)
        return client

    def __exit__(self, *how: object) -> None:
        self._client.__exit__(*how)
