"""Who may talk to the service: holders of the key, and pages of its own.

Without a key the service trusts everyone who reaches its address, and a browser reaches it on behalf of any website. So
a website that posts a form here is refused (its Origin is foreign), and so is one whose name was pointed at this
computer after it was opened (its name would be the Host).
"""

import base64
import binascii
import ipaddress
import secrets
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from facecraft.draining import drain
from facecraft.problems import Problem
from facecraft.settings import Settings

ALWAYS_OPEN = ("/health", "/ready")
HOME_ENDINGS = (".local", ".lan", ".home.arpa", ".internal", ".localhost")
"""Ends of names that only mean something inside a network."""


class Visitors:
    """ASGI middleware that refuses visitors who may not be here."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._key = settings.api_key.get_secret_value() if settings.api_key else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let everyone pass to the routes that are always open."""
        if scope["type"] == "http" and scope["path"] not in ALWAYS_OPEN:
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
            problem = self._trouble(scope["method"], headers)
            if problem:
                await drain(receive)
                await problem.response()(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _trouble(self, method: str, headers: dict[str, str]) -> Problem | None:
        host, origin = headers.get("host", ""), headers.get("origin")
        if method not in ("GET", "HEAD") and origin and not self._is_own(origin, host):
            return Problem(
                403,
                "Foreign page",
                detail="A page of another website tried to use Facecraft.",
                fix="Name its address in FACECRAFT_CORS_ORIGINS if this is wanted.",
            )
        if self._key is None:
            return None if self._is_home(host) else _unknown_name(host)
        if secrets.compare_digest(_key_of(headers).encode(), self._key.encode()):
            return None
        return Problem(
            401,
            "Key needed",
            detail="This Facecraft is protected by a key.",
            fix="Give the key as password, or as header X-API-Key.",
            headers={"WWW-Authenticate": 'Basic realm="Facecraft", charset="UTF-8"'},
        )

    def _is_own(self, origin: str, host: str) -> bool:
        return origin in self._settings.cors_origins or urlsplit(origin).netloc == host

    def _is_home(self, host: str) -> bool:
        name = urlsplit(f"//{host}").hostname or ""
        if "." not in name or name.endswith(HOME_ENDINGS) or name in self._settings.allowed_hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True


def _unknown_name(host: str) -> Problem:
    return Problem(
        403,
        "Unknown name",
        detail=f"Facecraft was opened under the name {host}, which it does not know.",
        fix="Open it by its number (as in 127.0.0.1), or add the name to FACECRAFT_ALLOWED_HOSTS.",
    )


def _key_of(headers: dict[str, str]) -> str:
    """The key that came along, as X-API-Key, as a bearer token, or as the password that a browser asks for."""
    if "x-api-key" in headers:
        return headers["x-api-key"]
    scheme, _, rest = headers.get("authorization", "").partition(" ")
    match scheme.lower():
        case "bearer":
            return rest.strip()
        case "basic":
            try:
                return base64.b64decode(rest, validate=True).decode().partition(":")[2]
            except (binascii.Error, UnicodeDecodeError):
                return ""
        case _:
            return ""
