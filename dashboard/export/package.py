"""A presentation as a package of parts: without what the library's empty template brings of another machine."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

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
    return made


def saved(made: Any) -> bytes:
    """The .pptx file."""
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()
