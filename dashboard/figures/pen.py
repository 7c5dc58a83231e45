"""What a chart is drawn with: the colours of a theme, the numbers and words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard.figures.figure import Lang, Link, Unit, Value
from dashboard.look import FONT, Look, axis, layout, look, write
from pipelines.catalogue import text

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Pen:
    look: Look
    lang: Lang

    def number(self, value: Value, unit: Unit, *, short: bool = True) -> str:
        """A value as people read it, safe to stand in a label."""
        return escape(write(value, unit, self.lang, short=short))

    def word(self, key: str, **values: object) -> str:
        """A word of the charts' own catalogue, safe to stand in a label."""
        return escape(text(f"figur.{key}", self.lang, **values))

    def layout(self, *, height: int, **more: Any) -> dict[str, Any]:
        """The house's layout at a height in pixels."""
        return layout(self.look, self.lang, height=height, **more)

    def scale(
        self, values: list[Value], unit: Unit, *, room: Decimal = Decimal("1.06"), zero: bool = True, **more: Any
    ) -> dict[str, Any]:
        """An axis over the values and zero, its ticks written by the house's own formatter.

        Without `zero` the axis fits the values: for positions, where no length is read.
        """
        low, high = spread(values, zero=zero)
        marks = ticks(low, high, whole=unit in ("bulat", "hari"))
        written = [self.tick(mark, unit) for mark in marks]
        shown = {"tickmode": "array", "tickvals": [float(mark) for mark in marks], "ticktext": written}
        # Room beyond the ends is a share of the span, so that a small loss beside a large gain has it too.
        more_room = (high - low) * (room - 1)
        ends = [
            float(low - more_room) if low < 0 or not zero else 0.0,
            float(high + (more_room if high > 0 else (high - low) / 50)),
        ]
        return axis(self.look, range=ends, **shown, **more)

    def tick(self, value: Decimal, unit: Unit) -> str:
        """A number on an axis: no more decimals than it needs."""
        written = self.number(value, unit)
        point = "," if self.lang == "id" else "."
        return written.replace(f"{point}00", "")

    def legend(self) -> dict[str, Any]:
        """A legend over the chart that may wrap on a phone; it is what shape, colour and word stand together in."""
        font = {"family": FONT, "size": 13, "color": self.look.ink}
        return {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "traceorder": "normal", "font": font}

    def note(self, words: str, *, muted: bool = True, size: int = 13, **at: Any) -> dict[str, Any]:
        """An annotation without arrow; `words` must be safe already."""
        font = {"family": FONT, "size": size, "color": self.look.muted if muted else self.look.ink}
        return {"text": words, "showarrow": False, "font": font, **at}


def pen(theme: str, lang: Lang) -> Pen:
    """The pen of a theme and a language."""
    return Pen(look(theme), lang)


def spread(values: list[Value], *, zero: bool = True) -> tuple[Decimal, Decimal]:
    """The least and the greatest of the values, zero included where wanted; at least one apart."""
    known = [Decimal(str(value)) for value in values if value is not None]
    known += [Decimal(0)] if zero or not known else []
    low, high = min(known), max(known)
    return (low, high) if high > low else (low, low + 1)


def ticks(low: Decimal, high: Decimal, *, about: int = 5, whole: bool = False) -> list[Decimal]:
    """Round numbers that cover the span in about so many steps; `whole` for what is counted."""
    rough = max((high - low) / about, Decimal(1)) if whole else (high - low) / about
    size = Decimal(1).scaleb(rough.adjusted())
    step = next(size * s for s in _STEPS if size * s >= rough and not (whole and size * s % 1))
    first = (low / step).to_integral_value(ROUND_CEILING)
    last = (high / step).to_integral_value(ROUND_FLOOR)
    return [step * n for n in range(int(first), int(last) + 1)]


def plain(value: Value) -> float | None:
    """A value as a chart needs it; None stays a gap."""
    return None if value is None else float(Decimal(str(value)))


def wrap(label: str, *, width: int = 30, lines: int = 2) -> str:
    """A label broken into short lines and made safe; what does not fit ends in an ellipsis."""
    kept: list[str] = [""]
    for word in label.split():
        if kept[-1] and len(kept[-1]) + 1 + len(word) > width:
            kept.append(word)
        else:
            kept[-1] = f"{kept[-1]} {word}".strip()
    if len(kept) > lines:
        kept = [*kept[: lines - 1], kept[lines - 1][: width - 1].rstrip() + "…"]
    return "<br>".join(escape(line) for line in kept)


def address(link: Link | None) -> str | None:
    """A link as one text, the way a mark of a chart carries it."""
    return f"{link.page}?{urlencode(link.params)}" if link else None


def followed(mark: str) -> Link:
    """The link that a mark of a chart carries; the inverse of `address`."""
    page, _, query = mark.partition("?")
    return Link(page, tuple(parse_qsl(query)))
