"""Every answer of the server carries the headers, closed doors stay closed, and the document speaks its language."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard import assets

BUNDLE = "let a = 1;\n" * 500


async def _document(request: Request) -> Response:
    # Streamlit compresses documents for browsers that read gzip; a compressed one could not be rewritten.
    assert "gzip" not in request.headers.get("accept-encoding", "")
    return HTMLResponse('<!doctype html><html lang="en"><body>x</body></html>')


async def _bundle(_: Request) -> Response:
    return PlainTextResponse(BUNDLE, media_type="text/javascript")


async def _metrics(_: Request) -> Response:
    return PlainTextResponse("sessions 3")


@dataclass
class Got:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Client:
    """One GET after the other, straight into the app."""

    app: Starlette

    def get(self, address: str, *, accept: str = "gzip") -> Got:
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(b"host", b"localhost"), (b"accept-encoding", accept.encode())],
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        }  # fmt: skip
        got = Got(0, {}, b"")

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                got.status = message["status"]
                got.headers = {k.decode(): v.decode() for k, v in message["headers"]}
            else:
                got.body += message.get("body", b"")

        asyncio.run(self.app(scope, receive, send))  # type: ignore[arg-type]
        return got


@pytest.fixture
def client() -> Client:
    app = Starlette(
        routes=[
            Route("/", _document),
            Route("/profil-opd", _document),
            Route("/static/js/index.abc123.js", _bundle),
            Route("/_stcore/metrics", _metrics),
            Route("/_stcore/agent/x", _metrics),
            Route("/_stcore/health", _metrics),
        ],
        middleware=[
            Middleware(assets.Guard),
            Middleware(assets.Whole, wants=assets.compressible, change=assets.compress),
            Middleware(assets.Whole, wants=assets.is_document, change=assets.speak),
        ],
    )
    return Client(app)


@pytest.mark.parametrize("path", ["/", "/_stcore/metrics", "/static/js/index.abc123.js", "/not-there"])
def test_every_answer_carries_the_headers(client: Client, path: str) -> None:
    said = client.get(path).headers
    assert {name: said.get(name.lower()) for name in assets.HEADERS} == assets.HEADERS


def test_metrics_and_agent_are_closed_and_health_is_open(client: Client) -> None:
    assert client.get("/_stcore/metrics").status == 404
    assert client.get("/_stcore/agent/x").status == 404
    assert client.get("/_stcore/health").status == 200


@pytest.mark.parametrize(
    ("path", "lang"),
    [("/", "id"), ("/?bahasa=en", "en"), ("/profil-opd?opd=DINKES&bahasa=en", "en"), ("/?bahasa=%22%3E", "id")],
)
def test_the_document_speaks_the_language_of_its_address(client: Client, path: str, lang: str) -> None:
    got = client.get(path)
    assert f'<html lang="{lang}">' in got.body.decode()
    assert int(got.headers["content-length"]) == len(got.body)


def test_bundles_travel_compressed_to_who_reads_gzip(client: Client) -> None:
    for _ in range(2):
        got = client.get("/static/js/index.abc123.js")
        assert got.headers["content-encoding"] == "gzip"
        assert got.headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(got.body).decode() == BUNDLE and len(got.body) < len(BUNDLE) / 10
    plain = client.get("/static/js/index.abc123.js", accept="identity")
    assert plain.body.decode() == BUNDLE and "content-encoding" not in plain.headers


def test_nothing_of_ours_points_outside() -> None:
    assert "http" not in assets.CSP


@pytest.mark.parametrize(
    ("asked", "led"), [("/ringkasan", "./"), ("/ringkasan?tahun=2026&bulan=10", "./?tahun=2026&bulan=10")]
)
def test_the_first_page_is_found_by_its_name(client: Client, asked: str, led: str) -> None:
    got = client.get(asked)
    assert (got.status, got.headers["location"]) == (307, led)
