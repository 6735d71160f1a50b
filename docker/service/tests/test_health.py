"""Health: what a caretaker is told, and that it is true."""

import shutil
import time
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from facecraft.app import create_app
from facecraft.settings import Settings
from tests.conftest import AT_HOME


def reasons_of(settings: Settings) -> tuple[int, dict[str, Any]]:
    """The answer of /ready once loading has ended, while /health must be 200."""
    with TestClient(create_app(settings), base_url=AT_HOME) as client:
        until = time.monotonic() + 30
        while True:
            answer = client.get("/ready")
            assert client.get("/health").json() == {"status": "healthy"}
            body: dict[str, Any] = answer.json()
            if "being loaded" not in " ".join(body.get("reasons", [])) or time.monotonic() > until:
                return answer.status_code, body


def test_ready_says_so_with_its_device(client: TestClient) -> None:
    assert client.get("/ready").json() == {"ready": True, "models_loaded": True, "device": "cpu"}


def test_health_says_nothing_else(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "healthy"}


def test_a_tampered_model_is_never_called_ready(settings: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "models"
    shutil.copytree(settings.models_dir, copy)
    model = copy / "onet.pt"
    model.chmod(0o644)
    model.write_bytes(model.read_bytes()[:-1] + b"\0")
    status, body = reasons_of(settings.model_copy(update={"models_dir": copy}))
    assert status == 503
    assert (body["ready"], body["models_loaded"]) == (False, False)
    assert "onet.pt is not the expected file" in body["reasons"][0]
    assert body["steps"]["models_total"] == 6


def test_true_models_are_loaded_and_run_before_it_is_called_ready(settings: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "models"
    shutil.copytree(settings.models_dir, copy)
    assert reasons_of(settings.model_copy(update={"models_dir": copy}))[0] == 200


def test_missing_models_are_named(settings: Settings, tmp_path: Path) -> None:
    status, body = reasons_of(settings.model_copy(update={"models_dir": tmp_path / "nowhere"}))
    assert status == 503
    assert "cannot be read" in body["reasons"][0]


def test_a_folder_that_cannot_be_written_is_named_and_photos_are_refused(settings: Settings, photo: bytes) -> None:
    blocked = settings.model_copy(update={"processed_dir": settings.processed_dir / "missing"})
    status, body = reasons_of(blocked)
    assert status == 503
    assert body["models_loaded"] is True
    assert "missing cannot be written" in body["reasons"][0]
    with TestClient(create_app(blocked), base_url=AT_HOME) as client:
        answer = client.post("/api/v1/process/quick", files={"file": photo})
        assert answer.status_code == 503
        assert answer.json()["title"] == "Not ready yet"


def test_status_counts_what_was_done(client: TestClient, photo: bytes) -> None:
    client.post("/api/v1/process/quick", files={"file": photo})
    client.post("/api/v1/process/quick", files={"file": b"x"})
    status = client.get("/status").json()
    assert (status["photos"]["done"], status["photos"]["failed"]) == (1, 1)
    assert status["photos"]["seconds_per_photo"] > 0
    assert status["saved_photos"]["count"] == 1
    assert status["saved_photos"]["bytes"] > 10_000
    assert (status["device"]["requested"], status["device"]["used"], status["device"]["cuda"]) == ("cpu", "cpu", None)
    assert status["device"]["memory_used_bytes"] > 50_000_000
    assert len(status["models"]) == 6
    assert all(len(model["sha256"]) == 64 for model in status["models"])
    assert status["cleanup_age_hours"] == 0
    assert status["uptime_seconds"] >= 0
