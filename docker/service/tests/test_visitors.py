"""Visitors: the key where it is set, and no other website's pages."""

import base64

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from facecraft.settings import Settings
from tests.conftest import running

ALL = ["/", "/docs", "/openapi.json", "/status", "/api/v1/jobs", "/api/v1/download/a/b", "/nowhere"]
BASIC = base64.b64encode(b"anyone:open sesame").decode()


@pytest.fixture
def locked(settings: Settings) -> Settings:
    return settings.model_copy(update={"api_key": SecretStr("open sesame")})


def test_with_a_key_everything_but_health_and_ready_asks_for_it(locked: Settings, photo: bytes) -> None:
    with running(locked) as client:
        assert client.get("/health").status_code == 200
        answers = [client.get(path) for path in ALL]
        answers.append(client.post("/api/v1/process/quick", files={"file": photo}))
        answers.append(client.delete("/api/v1/jobs/x"))
        assert {answer.status_code for answer in answers} == {401}
        assert all(answer.headers["www-authenticate"].startswith("Basic") for answer in answers)


@pytest.mark.parametrize(
    "headers",
    [{"X-API-Key": "open sesame"}, {"Authorization": "Bearer open sesame"}, {"Authorization": f"Basic {BASIC}"}],
)
def test_the_key_opens_everything(headers: dict[str, str], locked: Settings, photo: bytes) -> None:
    with running(locked) as client:
        assert client.get("/status", headers=headers).status_code == 200
        assert client.post("/api/v1/process/quick", files={"file": photo}, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"X-API-Key": "open"},
        {"X-API-Key": ""},
        {"Authorization": "Basic !!"},
        {"Authorization": "Digest x"},
        {"X-API-Key": "öffne"},
    ],
)
def test_a_wrong_key_opens_nothing(headers: dict[str, str], locked: Settings) -> None:
    with running(locked) as client:
        raw = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
        assert client.get("/status", headers=raw).status_code == 401


def test_the_key_is_never_shown(locked: Settings) -> None:
    assert "sesame" not in repr(locked)


def test_a_page_of_another_website_cannot_use_the_service(client: TestClient, photo: bytes) -> None:
    foreign = {"Origin": "https://example.org"}
    answer = client.post("/api/v1/process/quick", files={"file": photo}, headers=foreign)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in client.get("/api/v1/jobs", headers=foreign).headers
    own = {"Origin": "http://localhost:8000"}
    assert client.post("/api/v1/process/quick", files={"file": photo}, headers=own).status_code == 200


def test_a_website_that_is_named_may_use_the_service(settings: Settings, photo: bytes) -> None:
    friend = {"Origin": "https://friend.example"}
    with running(settings.model_copy(update={"cors_origins": ("https://friend.example",)})) as client:
        answer = client.post("/api/v1/process/quick", files={"file": photo}, headers=friend)
        assert answer.headers["access-control-allow-origin"] == "https://friend.example"
        asked = {**friend, "Access-Control-Request-Method": "POST"}
        assert client.options("/api/v1/process/quick", headers=asked).status_code == 200
        other = client.get("/api/v1/jobs", headers={"Origin": "https://example.org"})
        assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("192.168.1.5:8000", 200),
        ("nas", 200),
        ("nas.local", 200),
        ("evil.example", 403),
        ("localhost.evil.example:8000", 403),
        ("known.example", 200),
    ],
)
def test_a_name_from_the_internet_is_refused_unless_it_is_known(host: str, status: int, settings: Settings) -> None:
    with running(settings.model_copy(update={"allowed_hosts": ("known.example",)})) as client:
        assert client.get("/status", headers={"Host": host}).status_code == status
        assert client.get("/health", headers={"Host": host}).status_code == 200
