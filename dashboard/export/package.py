"""A presentation as a package of parts: without what the library's empty template brings of another machine."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime
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

_PROPERTY = 255  # letters that a property of an Office file may have


def as_property(words: str) -> str:
    """The words as far as a property of an Office file holds them."""
    return words if len(words) <= _PROPERTY else f"{words[: _PROPERTY - 1].rstrip()}…"


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
    """The .pptx file, each of its parts dated when the presentation was made: the same slides are the same bytes."""
    buffer = BytesIO()
    made.save(buffer)
    return repacked(buffer.getvalue(), made.core_properties.modified)


def repacked(content: bytes, moment: datetime) -> bytes:
    """An Office file with every part dated at a moment, in the order in which it stands; a library dates them now."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, date_time=(max(moment.year, 1980), *moment.timetuple()[1:6]))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(info, source.read(name))
    return out.getvalue()
