"""The pages for people: `/` and `/docs`. Each is one document that loads nothing from anywhere else."""

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.responses import HTMLResponse

_FOLDER = Path(__file__).with_name("page")


def page_routes(app: FastAPI) -> APIRouter:
    """The pages; /docs describes the app's own routes."""
    routes = APIRouter(include_in_schema=False)
    style = _read("page.css").replace("INTER", base64.b64encode((_FOLDER / "inter.woff2").read_bytes()).decode())
    script = "\n".join(_read(name) for name in ("options.js", "photos.js", "kept.js", "page.js"))
    start = _read("index.html").replace("/*STYLE*/", style).replace("/*SCRIPT*/", script)

    @routes.get("/", response_class=HTMLResponse)
    async def page() -> HTMLResponse:
        return HTMLResponse(start, headers=_headers(script))

    @routes.get("/docs", response_class=HTMLResponse)
    async def docs() -> HTMLResponse:
        body = _read("docs.html").replace("/*STYLE*/", style).replace("<!--ROUTES-->", _describe(app.openapi()))
        return HTMLResponse(body, headers=_headers(""))

    return routes


def _headers(script: str) -> dict[str, str]:
    """The browser may run this one script, talk to this server, and load nothing else."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; font-src data:; "
        "img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _describe(schema: dict[str, Any]) -> str:
    """One section a route, out of the OpenAPI description."""
    sections = []
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            fields = _fields(schema, route)
            table = f"<table><tbody>{fields}</tbody></table>" if fields else ""
            sections.append(
                f"<section><h2><code><b>{method.upper()}</b> {escape(path)}</code></h2>"
                f"<p>{escape(route.get('description', route['summary']))}</p>{table}</section>"
            )
    return "".join(sections)


def _fields(schema: dict[str, Any], route: dict[str, Any]) -> str:
    contents: list[dict[str, Any]] = list(route.get("requestBody", {}).get("content", {}).values())
    name = str(contents[0]["schema"].get("$ref", "")).rpartition("/")[2] if contents else ""
    properties = schema["components"]["schemas"][name]["properties"] if name else {}
    return "".join(
        f"<tr><th><code>{escape(field)}</code></th><td>{escape(_meaning(field, facts))}</td></tr>"
        for field, facts in properties.items()
    )


def _meaning(field: str, facts: dict[str, Any]) -> str:
    if field in ("file", "files"):
        return "the photo" if field == "file" else "the photos"
    default = f"; if left out: {facts['default']}" if facts.get("default") is not None else ""
    return f"{facts.get('description', '')}{default}"
