"""How far a value may reach, as native error bars: they keep their numbers in the chart and move with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.export.chart_data import number
from dashboard.figures.figure import Value

Ends = Sequence[tuple[Value, Value, Value]]  # value, low and high of each category; None where there is nothing


def reach(drawn: Any, ends: Ends, colour: str, *, lying: bool, width: int = 44450) -> None:
    """Hang on each point of a series a bar from its low to its high end; nothing where no end is known."""
    if all(low is None or high is None for _, low, high in ends):
        return
    plus = [(number(high) or 0.0) - (number(value) or 0.0) if high is not None else 0.0 for value, _, high in ends]
    minus = [(number(value) or 0.0) - (number(low) or 0.0) if low is not None else 0.0 for value, low, _ in ends]
    way = "" if lying else '<c:errDir val="y"/>'
    drawn._element.find(qn("c:cat")).addprevious(
        parse_xml(
            f'<c:errBars {nsdecls("c", "a")}>{way}<c:errBarType val="both"/><c:errValType val="cust"/>'
            f'<c:noEndCap val="1"/><c:plus>{_literal(plus)}</c:plus><c:minus>{_literal(minus)}</c:minus>'
            f'<c:spPr><a:ln w="{width}"><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:ln>'
            "</c:spPr></c:errBars>"
        )
    )


def _literal(values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{max(0.0, value):.6f}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'
