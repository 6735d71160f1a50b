"""The pages for people: whole in themselves."""

import base64
import hashlib
import re

import pytest
from fastapi.testclient import TestClient

PAGES = ("/", "/docs")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_from_elsewhere(path: str, client: TestClient) -> None:
    text = client.get(path).text
    loaded = re.findall(r"""(?:src|url)\s*[=(]\s*["']?([^"')\s>]+)""", text) + re.findall(
        r'<link[^>]*href="([^"]+)"', text
    )
    assert [address for address in loaded if not address.startswith(("data:", "photo.", "picture."))] == []


@pytest.mark.parametrize("path", PAGES)
def test_the_browser_is_told_to_run_nothing_but_the_pages_own_script(path: str, client: TestClient) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    for script in re.findall(r"<script[^>]*>(.*?)</script>", answer.text, re.DOTALL):
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy


def test_every_format_of_the_page_exists(client: TestClient, photo: bytes) -> None:
    page = client.get("/").text
    for name in set(re.findall(r'name="format" value="([^"]+)"', page)) - {"custom"}:
        assert client.post("/api/v1/process/quick", files={"file": photo}, data={"format": name}).status_code == 200


def test_the_description_for_programs_names_every_route(client: TestClient) -> None:
    text = client.get("/docs").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert path in text
