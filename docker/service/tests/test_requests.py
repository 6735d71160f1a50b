"""Requests: each answer as promised, each refusal in plain words, and nothing that stays behind."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from facecraft.settings import Settings
from tests.conftest import running
from tests.pictures import opened, plain, png_that_claims, stored

QUICK, ONE, BATCH = "/api/v1/process/quick", "/api/v1/process", "/api/v1/process/batch"


def refusal(answer: Any, status: int) -> dict[str, Any]:
    """The body of a refusal, after a look at its form."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert set(body) == {"type", "title", "status", "detail", "fix"}
    assert body["status"] == status
    assert body["detail"]
    assert body["fix"]
    return body


def test_a_photo_comes_back_as_a_picture_with_its_facts_in_the_headers(client: TestClient, photo: bytes) -> None:
    answer = client.post(QUICK, files={"file": ("me.jpg", photo)})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert opened(answer.content).size == (413, 531)
    assert float(answer.headers["x-facecraft-seconds"]) > 0
    assert answer.headers["x-facecraft-device"] == "cpu"
    kept = client.get(f"/api/v1/download/{answer.headers['x-facecraft-job']}/1.png")
    assert kept.content == answer.content


def test_format_background_and_type_are_honoured(client: TestClient, photo: bytes) -> None:
    options = {"format": "us-2x2", "background": "#102030", "type": "jpeg"}
    picture = opened(client.post(QUICK, files={"file": photo}, data=options).content)
    assert (picture.format, picture.size) == ("JPEG", (600, 600))
    corner = picture.getpixel((2, 2))
    assert isinstance(corner, tuple)
    assert max(abs(a - b) for a, b in zip(corner, (16, 32, 48), strict=True)) <= 3


def test_a_job_tells_where_its_picture_is_and_what_it_shows(client: TestClient, photo: bytes) -> None:
    form = {"format": "custom", "width": "300", "height": "400", "type": "webp", "quality": "80"}
    answer = client.post(ONE, files={"file": photo}, data=form).json()
    (picture,) = answer["pictures"]
    assert (picture["width"], picture["height"], picture["faces"]) == (300, 400, 1)
    assert opened(client.get(picture["url"]).content).size == (300, 400)
    assert client.get("/api/v1/jobs").json()[0]["pictures"][0]["url"] == picture["url"]


def test_in_a_batch_a_bad_file_does_not_spoil_the_rest(client: TestClient, photo: bytes) -> None:
    files = [("files", ("a.jpg", photo)), ("files", ("b.jpg", b"no photo")), ("files", ("c.jpg", photo))]
    answer = client.post(BATCH, files=files).json()
    assert [picture["file"] for picture in answer["pictures"]] == [1, 3]
    assert [(each["file"], each["problem"]["status"]) for each in answer["refused"]] == [(2, 415)]
    assert all(client.get(picture["url"]).status_code == 200 for picture in answer["pictures"])


def test_a_batch_of_only_bad_files_makes_no_job(client: TestClient) -> None:
    answer = client.post(BATCH, files=[("files", ("a.jpg", b"x"))]).json()
    assert (answer["job"], answer["pictures"]) == (None, [])
    assert client.get("/api/v1/jobs").json() == []


def test_a_batch_may_not_be_longer_than_the_setting(settings: Settings) -> None:
    with running(settings.model_copy(update={"batch_max_files": 2})) as client:
        refusal(client.post(BATCH, files=[("files", (f"{n}.jpg", b"x")) for n in range(3)]), 422)


def test_a_deleted_job_is_gone(client: TestClient, photo: bytes) -> None:
    job = client.post(ONE, files={"file": photo}).json()["job"]
    assert client.delete(f"/api/v1/jobs/{job}").status_code == 204
    refusal(client.get(f"/api/v1/download/{job}/1.png"), 404)
    refusal(client.delete(f"/api/v1/jobs/{job}"), 404)
    assert client.get("/api/v1/jobs").json() == []


BAD_FILES = {
    "nothing in it": (b"", 422),
    "text": (b"hello", 415),
    "svg posing as png": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415),
    "html": (b"<!doctype html><script>1</script>", 415),
    "broken off": (stored(plain(400, 500), "JPEG")[:4000], 422),
    "animation": (stored(plain(), "GIF", save_all=True, append_images=[plain(mode="L")]), 422),
    "bomb": (png_that_claims(60_000, 60_000), 413),
    "preview": (stored(plain(40, 40), "PNG"), 422),
    "no face": (stored(plain(500, 500), "JPEG"), 422),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_bad_input_is_refused_in_plain_words_and_nothing_stays_behind(
    what: str, client: TestClient, settings: Settings
) -> None:
    content, status = BAD_FILES[what]
    refusal(client.post(QUICK, files={"file": ("photo.png", content, "image/png")}), status)
    assert list(settings.uploads_dir.iterdir()) == []
    assert list(settings.processed_dir.iterdir()) == []
    assert client.get("/ready").status_code == 200


def test_a_face_too_small_is_refused_with_the_limit(settings: Settings, photo: bytes) -> None:
    with running(settings.model_copy(update={"min_face_pixels": 300})) as client:
        assert "300" in refusal(client.post(QUICK, files={"file": photo}), 422)["detail"]


@pytest.mark.parametrize("declared", [True, False], ids=["said beforehand", "found out on the way"])
def test_a_file_over_the_limit_is_refused(declared: bool, settings: Settings) -> None:
    with running(settings.model_copy(update={"max_upload_size_mb": 1})) as client:
        content = b"\xff\xd8" + b"0" * 1_300_000
        body = (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n' + content + b"\r\n--x--\r\n"
        )
        kind = {"content-type": "multipart/form-data; boundary=x"}
        sent = body if declared else (body[start : start + 65536] for start in range(0, len(body), 65536))
        assert "1 MB" in refusal(client.post(QUICK, content=sent, headers=kind), 413)["detail"]
        assert list(settings.uploads_dir.iterdir()) == []


def test_in_a_batch_the_limit_holds_for_each_file(settings: Settings, photo: bytes) -> None:
    with running(settings.model_copy(update={"max_upload_size_mb": 1})) as client:
        files = [("files", ("big.jpg", b"0" * 1_200_000)), ("files", ("ok.jpg", photo))]
        answer = client.post(BATCH, files=files).json()
        assert [each["problem"]["status"] for each in answer["refused"]] == [413]
        assert len(answer["pictures"]) == 1


@pytest.mark.parametrize(
    "form",
    [
        {"format": "selfie"},
        {"background": "sparkling"},
        {"type": "exe"},
        {"background": "transparent", "type": "jpeg"},
        {"format": "custom"},
        {"format": "custom", "width": "9", "height": "9"},
        {"format": "custom", "width": "x"},
        {"quality": "0"},
    ],
)
def test_options_that_do_not_exist_are_refused(form: dict[str, str], client: TestClient, photo: bytes) -> None:
    refusal(client.post(ONE, files={"file": photo}, data=form), 422)


def test_a_request_without_a_photo_is_refused(client: TestClient) -> None:
    refusal(client.post(QUICK), 422)
    refusal(client.post(QUICK, content=b"garbage", headers={"content-type": "multipart/form-data; boundary=x"}), 422)
    refusal(client.get(QUICK), 405)
    refusal(client.get("/nowhere"), 404)


TRICKS = [
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "/etc/passwd",
    "a\0b.jpg",
    "x" * 3000 + ".jpg",
    "“ünï”.jpg",
    "-rf",
    ".",
    "",
]


@pytest.mark.parametrize("name", TRICKS[:-1])
def test_names_of_files_never_become_paths(name: str, client: TestClient, settings: Settings, photo: bytes) -> None:
    answer = client.post(ONE, files={"file": (name, photo)})
    assert answer.status_code in (200, 422)
    names = {file.name for file in settings.processed_dir.rglob("*") if file.is_file()}
    assert names <= {"1.png", "job.json"}
    assert list(settings.uploads_dir.iterdir()) == []


@pytest.mark.parametrize(
    "trick", ["../job.json", "%2e%2e%2fjob.json", "..%2f..%2fmodels.lock", "job.json", "1.png%00", "%2fetc%2fpasswd"]
)
def test_only_pictures_can_be_downloaded(trick: str, client: TestClient, photo: bytes) -> None:
    job = client.post(ONE, files={"file": photo}).json()["job"]
    refusal(client.get(f"/api/v1/download/{job}/{trick}"), 404)
    refusal(client.get(f"/api/v1/download/{trick}/1.png"), 404)


def test_a_full_disk_is_answered_in_plain_words(client: TestClient, settings: Settings, photo: bytes) -> None:
    settings.processed_dir.rmdir()
    settings.processed_dir.write_text("in the way")
    refusal(client.post(QUICK, files={"file": photo}), 503)
    settings.processed_dir.unlink()
    settings.processed_dir.mkdir()


def test_the_note_of_a_job_does_not_hold_the_photos_name(client: TestClient, settings: Settings, photo: bytes) -> None:
    client.post(ONE, files={"file": ("anna-secret.jpg", photo)})
    (note,) = settings.processed_dir.glob("*/job.json")
    assert "secret" not in note.read_text()
    assert json.loads(note.read_text())["pictures"][0]["name"] == "1.png"


@examples(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=400),
    start=st.sampled_from(
        [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"II*\0", b"GIF89a", b"BM"]
    ),
)
def test_no_upload_ever_breaks_the_service(
    content: bytes, start: bytes, client: TestClient, settings: Settings
) -> None:
    assert 400 <= client.post(QUICK, files={"file": ("p.jpg", start + content)}).status_code < 500
    assert list(settings.uploads_dir.iterdir()) == []
