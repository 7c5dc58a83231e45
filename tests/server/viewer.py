"""A viewer without a browser: opens a page over the server's own websocket and says what it was sent, and when."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LIMIT = 120.0  # seconds; a page that takes longer is a failure, not a measurement


@dataclass(frozen=True)
class Visit:
    """One page as one viewer got it."""

    seconds: float
    bytes: int
    messages: int
    content: bytes  # the messages as they came, to look for one's own name and numbers in
    cards: tuple[tuple[str, str], ...]  # label and value of every card, as written
    exceptions: int


class Viewer:
    """One open session. Call `open`, then `visit` as often as wanted, then `close`."""

    def __init__(self, port: int) -> None:
        self.url = f"ws://127.0.0.1:{port}/_stcore/stream"
        self.socket: Any = None

    async def open(self) -> None:
        """Connects; raises when the server refuses."""
        self.socket = await websockets.connect(self.url, subprotocols=["streamlit"], max_size=None)  # type: ignore[list-item]

    async def visit(self, page: str, query: str = "") -> Visit:
        """What the page sends until its script has finished."""
        back = BackMsg()
        back.rerun_script.query_string = query
        back.rerun_script.page_name = page
        start = time.perf_counter()
        await self.socket.send(back.SerializeToString())
        size = messages = exceptions = 0
        parts: list[bytes] = []
        cards: list[tuple[str, str]] = []
        async with asyncio.timeout(LIMIT):
            while True:
                raw = await self.socket.recv()
                size += len(raw)
                messages += 1
                forward = ForwardMsg()
                forward.ParseFromString(raw)
                kind = forward.WhichOneof("type")
                if kind == "delta":
                    parts.append(raw)
                    element = forward.delta.new_element
                    exceptions += element.WhichOneof("type") == "exception"
                    if element.WhichOneof("type") == "metric":
                        cards.append((element.metric.label, element.metric.body))
                elif kind == "script_finished":
                    seconds = time.perf_counter() - start
                    return Visit(seconds, size, messages, b"".join(parts), tuple(cards), exceptions)

    async def close(self) -> None:
        """Leaves."""
        await self.socket.close()


async def together(port: int, visits: list[tuple[str, str]]) -> list[Visit]:
    """As many viewers as visits, all opening at the same moment."""
    viewers = [Viewer(port) for _ in visits]

    async def one(viewer: Viewer, page: str, query: str) -> Visit:
        start = time.perf_counter()
        await viewer.open()
        visit = await viewer.visit(page, query)
        return replace(visit, seconds=time.perf_counter() - start)

    try:
        return await asyncio.gather(*(one(v, page, query) for v, (page, query) in zip(viewers, visits, strict=True)))
    finally:
        await asyncio.gather(*(v.close() for v in viewers), return_exceptions=True)
