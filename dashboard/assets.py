"""What stands between a browser and Streamlit: headers, closed doors, the page's language, small static files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.memory import Memory

CSP = "; ".join([
    "default-src 'self'",
    # Streamlit evaluates its own bundles and Plotly compiles its drawing functions.
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
])  # fmt: skip
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HOME = "/ringkasan"  # the first page's own name: Streamlit knows it by "/" alone and would say it is not there
CLOSED = ("/_stcore/metrics", "/_stcore/agent")


class Guard:
    """Closed doors answer 404, the first page's name leads to it; every answer carries the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        if scope["path"].startswith(CLOSED):
            await guarded({"type": "http.response.start", "status": 404, "headers": []})
            await guarded({"type": "http.response.body", "body": b""})
            return
        if scope["path"] == HOME:
            query = scope["query_string"]
            where = (b"location", b"./?" + query if query else b"./")
            await guarded({"type": "http.response.start", "status": 307, "headers": [where]})
            await guarded({"type": "http.response.body", "body": b""})
            return
        await self._app(scope, receive, guarded)


class Whole:
    """Rewrites whole bodies: `wants` says of which requests, `change` gives the new body and headers."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        wants: Callable[[Scope], bool],
        change: Callable[[Scope, MutableHeaders, bytes], bytes],
    ) -> None:
        self._app, self._wants, self._change = app, wants, change

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not self._wants(scope):
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            whole = bytes(body)
            if start["status"] == 200:
                headers = MutableHeaders(scope=start)
                whole = await to_thread.run_sync(self._change, scope, headers, whole)
                headers["content-length"] = str(len(whole))
            await send(start)
            await send({"type": "http.response.body", "body": whole})

        # Only a plain body can be rewritten.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "headers": plain}, receive, collect)


# Streamlit's bundles carry their hash in their name: compressed once, right for as long as the server runs.
_SMALL: Memory[bytes] = Memory(400)
_TEXTS = (".js", ".css", ".json", ".svg", ".wasm")


def compressible(scope: Scope) -> bool:
    """Whether a request is for one of Streamlit's text bundles by a browser that reads gzip."""
    path = scope["path"]
    return (
        path.startswith("/static/")
        and path.endswith(_TEXTS)
        and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )


def compress(scope: Scope, headers: MutableHeaders, body: bytes) -> bytes:
    """The body compressed, once per file."""
    if "content-encoding" in headers:
        return body
    headers["content-encoding"] = "gzip"
    headers.add_vary_header("Accept-Encoding")
    return _SMALL.get(scope["path"], lambda: gzip.compress(body, 6, mtime=0))


def is_document(scope: Scope) -> bool:
    """Whether a request is for the one HTML document, under whatever page's address."""
    path = scope["path"]
    return not path.startswith(("/_stcore", "/static/", "/media/", "/component/", "/app/")) and "." not in path


def speak(scope: Scope, headers: MutableHeaders, body: bytes) -> bytes:
    """The document with the language that its address asks for, so that a screen reader pronounces it right."""
    if not headers.get("content-type", "").startswith("text/html"):
        return body
    asked = parse_qs(scope.get("query_string", b"").decode("ascii", "replace")).get("bahasa", ["id"])[0]
    lang = b"en" if asked == "en" else b"id"
    return re.sub(rb'<html lang="[a-z-]*"', b'<html lang="' + lang + b'"', body, count=1)
