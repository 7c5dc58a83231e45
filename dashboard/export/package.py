"""A presentation as a package of parts: without what the library's empty template brings of another machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI

_FOREIGN = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS)  # a picture and a printer not ours
_ABOUT = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>Raporda</Application>'
    b"<PresentationFormat>Widescreen</PresentationFormat></Properties>"
)


def emptied(made: Any) -> Any:
    """The presentation without the template's thumbnail, printer and program."""
    for part in (made.part.package, made.part):
        for relation in [key for key, one in part._rels.items() if one.reltype in _FOREIGN]:
            part._rels.pop(relation)
    made.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _ABOUT
    made.part.package.next_partname = _counting(made.part.package)
    return made


def _counting(package: Any) -> Callable[[str], PackURI]:
    """A giver of names for new parts that counts on; the library's own walks through the whole deck for each."""
    taken = {part.partname for part in package.iter_parts()}
    last: Counter[str] = Counter()

    def following(template: str) -> PackURI:
        while True:
            last[template] += 1
            name = PackURI(template % last[template])
            if name not in taken:
                taken.add(name)
                return name

    return following


def saved(made: Any) -> bytes:
    """The .pptx file."""
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()
