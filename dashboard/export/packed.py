"""A PDF whose tags are kept in compressed streams: a form has ten thousands of cells, each an object of its own.

ISO 32000-1, 7.5.7 and 7.5.8, both of which PDF/A-2 and PDF/UA allow; what a page shows is not touched.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Sequence

_TAIL = re.compile(rb"trailer\n<<(?P<said>.*)>>\s*startxref\n(?P<at>\d+)\s*%%EOF\s*", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_TABLE = re.compile(rb"xref\n0 (?P<count>\d+)\n")
_ENTRY = 20  # bytes of a line of the table
_OBJECT = re.compile(rb"(?P<number>\d+) 0 obj\n(?P<body><</Type/StructElem.*>>)\s*endobj\s*", re.DOTALL)
_TOGETHER = 1_000  # objects of one stream: a reader unpacks as many to get at one
_ROW = struct.Struct(">BIH")  # a line of the cross-reference stream: its kind, where, and which of that stream


def packed(content: bytes) -> bytes:
    """The same PDF, its tags together in streams; as it is where they are few, or it is laid out in a way not known."""
    tail = _TAIL.search(content, max(0, content.rfind(b"trailer\n")))
    table = _TABLE.match(content, int(tail["at"])) if tail else None
    if tail is None or table is None:
        return content
    count = int(table["count"])
    lines = [content[at : at + _ENTRY] for at in range(table.end(), table.end() + count * _ENTRY, _ENTRY)]
    used = {int(line[:10]): number for number, line in enumerate(lines) if line[17:18] == b"n"}
    starts = sorted(used)
    if not starts:
        return content
    made = bytearray(content[: starts[0]])
    rows = [(0, 0, 65535)] * count
    tags: list[tuple[int, bytes]] = []
    for start, end in zip(starts, [*starts[1:], table.start()], strict=True):
        tag = _OBJECT.fullmatch(content, start, end)
        if tag:
            tags.append((used[start], tag["body"]))
        else:
            rows[used[start]] = (1, len(made), 0)
            made += content[start:end]
    if len(tags) < _TOGETHER:
        return content
    for part in _parts(tags):
        number = len(rows)
        rows.append((1, len(made), 0))
        for place, (of, _) in enumerate(part):
            rows[of] = (2, number, place)
        made += _together(number, part)
    rows.append((1, len(made), 0))
    at, said = len(made), _SIZE.sub(b"/Size %d" % len(rows), tail["said"])
    listed = b"/Type/XRef/W[1 4 2]" + said
    made += _stream(len(rows) - 1, listed, b"".join(_ROW.pack(*row) for row in rows))
    return bytes(made) + b"startxref\n%d\n%%%%EOF" % at


def _parts(tags: Sequence[tuple[int, bytes]]) -> Iterator[Sequence[tuple[int, bytes]]]:
    return (tags[at : at + _TOGETHER] for at in range(0, len(tags), _TOGETHER))


def _together(number: int, tags: Sequence[tuple[int, bytes]]) -> bytes:
    """An object stream: which objects, where each begins, then the objects."""
    places, at = [], 0
    for of, body in tags:
        places.append(b"%d %d" % (of, at))
        at += len(body) + 1
    head = b" ".join(places) + b"\n"
    said = b"/Type/ObjStm/N %d/First %d" % (len(tags), len(head))
    return _stream(number, said, head + b"\n".join(body for _, body in tags))


def _stream(number: int, said: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, said, len(small))
    return head + small + b"\nendstream\nendobj\n"
