"""How Raporda looks: the one writer of numbers and dates, the colours of both themes, the frame of every chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from dashboard.figures.figure import STATUSES, Unit, Value
from pipelines.catalogue import text

Theme = Literal["light", "dark"]

FONT = "Plus Jakarta Sans, Segoe UI, Carlito, Arial, sans-serif"
MINUS = "−"
_MARKS = {"id": (".", ","), "en": (",", ".")}  # thousands, decimals
# A scale, its power of ten, and the last power that the scale below it still shows.
_SCALES = (("triliun", 12, 7), ("miliar", 9, 4), ("juta", 6, 3), ("ribu", 3, 0))


@dataclass(frozen=True)
class Tone:
    """One status in one theme; never shown without its icon and word."""

    fill: str  # bars, dots, cells with white or dark text `on_fill`
    ink: str  # text on the page's background, at least 4.5:1
    soft: str  # background behind `ink`
    on_fill: str


@dataclass(frozen=True)
class Look:
    """The colours of one theme."""

    theme: Theme
    background: str
    surface: str
    ink: str
    muted: str
    line: str
    primary: str
    actual: str
    target: str
    before: str
    parts: tuple[str, ...]  # categories without a judgement
    diverging: tuple[str, str, str]  # below, at, above zero; each of them lets `ink` be read on it
    status: dict[str, Tone]


LIGHT = Look(
    theme="light",
    background="#FFFFFF",
    surface="#F4F7F6",
    ink="#0C1613",
    muted="#53625D",
    line="#D5DEDB",
    primary="#0B5D4B",
    actual="#0B5D4B",
    target="#B06A00",
    before="#7C8B95",
    parts=("#0B5D4B", "#3E7CB1", "#B06A00", "#7B5EA7", "#4F8A8B", "#A6566B", "#6B7A3A", "#66737C"),
    diverging=("#EF8E84", "#F4F7F6", "#82B3E6"),
    status={
        "merah": Tone("#B3261E", "#A3211A", "#FBE9E7", "#FFFFFF"),
        "oranye": Tone("#DB6B00", "#9A4A00", "#FDEEDD", "#14231F"),
        "kuning": Tone("#E3B71B", "#735700", "#FBF3D0", "#14231F"),
        "hijau": Tone("#0B8462", "#07694E", "#DFF3EC", "#FFFFFF"),
        "biru": Tone("#2767B0", "#1C559A", "#E3EDF9", "#FFFFFF"),
        "abu": Tone("#A3ADB3", "#55626B", "#EDF0F1", "#14231F"),
    },
)
DARK = Look(
    theme="dark",
    background="#0F1A17",
    surface="#172621",
    ink="#EAF2EF",
    muted="#A9B9B3",
    line="#2E403A",
    primary="#4CC3A2",
    actual="#4CC3A2",
    target="#F0B35A",
    before="#93A3AD",
    parts=("#4CC3A2", "#7DB3E8", "#F0B35A", "#B79BE0", "#83C5C6", "#E394A8", "#B5C678", "#A3B1BA"),
    diverging=("#9C3A32", "#172621", "#2C5E96"),
    status={
        "merah": Tone("#E4574B", "#FF9A90", "#3D1A18", "#14100F"),
        "oranye": Tone("#F08A2C", "#FFB26B", "#3B2410", "#14100F"),
        "kuning": Tone("#F2D04B", "#F6DC77", "#38300F", "#14100F"),
        "hijau": Tone("#2FB78D", "#6BDDB8", "#0F3328", "#0D1512"),
        "biru": Tone("#5A9BEA", "#97C3F8", "#142C4A", "#0D1117"),
        "abu": Tone("#77858D", "#B4C0C7", "#26312E", "#0D1512"),
    },
)

ICONS = {"merah": "▼", "oranye": "◆", "kuning": "■", "hijau": "●", "biru": "★", "abu": "○"}
SYMBOLS = {
    "merah": "triangle-down", "oranye": "diamond", "kuning": "square", "hijau": "circle", "biru": "star",
    "abu": "circle-open",
}  # fmt: skip
# How a seat is held; shape and word say it, for the colours of the statuses are a judgement and this is none.
HELD_ICONS = {"definitif": "●", "pj": "◍", "plt": "◐", "plh": "◌", "kosong": "○", "tidak_tercatat": "◦"}


def look(theme: str) -> Look:
    """The colours of a theme; light for a name that is not known."""
    return DARK if theme == "dark" else LIGHT


def status_word(status: str, lang: str) -> str:
    """A status in a word, without its icon."""
    return text(f"umum.status_{status}", lang)


def status(status: str, lang: str) -> str:
    """A status as icon and word; for use beside its colour."""
    return f"{ICONS[status]} {status_word(status, lang)}"


def held(kind: str, lang: str) -> str:
    """How a seat is held, as icon and word."""
    return f"{HELD_ICONS[kind]} {text(f'jabatan.keadaan_{kind}', lang)}"


def write(value: Value | date, unit: Unit, lang: str, *, short: bool = False) -> str:
    """A value in words and figures of a language; an en dash where nothing is known.

    Percent and points carry two decimals, rounded half up. `short` abbreviates money (rb, jt, M, T) and months.
    """
    if value is None or value == "":
        return text("umum.kosong", lang)
    if unit == "status":
        return status(str(value), lang) if value in STATUSES else str(value)
    if unit == "bulan":
        return month(value, lang, short=short)
    if unit == "tanggal":
        return day(value, lang)
    if isinstance(value, bool):
        return text("umum.ya" if value else "umum.tidak", lang)
    if unit in ("teks", "kode") or isinstance(value, (str, date)):
        return str(value)
    return _number(Decimal(str(value)), unit, lang, short=short)


def _number(value: Decimal, unit: Unit, lang: str, *, short: bool) -> str:
    if unit == "rupiah":
        return _rupiah(value, lang, short=short)
    if unit == "persen":
        return f"{_figures(value, 2, lang)} %"
    if unit == "poin":
        sign = "+" if _rounded(value, 2) > 0 else ""
        return f"{sign}{_figures(value, 2, lang)} {text('umum.satuan_poin', lang)}"
    if unit == "hari":
        return f"{_figures(value, 0, lang)} {text('umum.satuan_hari', lang)}"
    if unit == "angka":
        decimals = -int(_rounded(value, 4).normalize().as_tuple().exponent)
        return _figures(value, min(4, max(0, decimals)), lang)
    return _figures(value, 0, lang)


def _rupiah(value: Decimal, lang: str, *, short: bool) -> str:
    sign, size = (MINUS, -value) if value < 0 else ("", value)
    if short:
        for name, power, below in _SCALES:
            # What the scale below would write as 1.000 moves up: 999.999.999 is Rp1,00 M, not Rp1.000,00 jt.
            if _rounded(size, -below) >= Decimal(1).scaleb(power):
                figures = _figures(size.scaleb(-power), 0 if name == "ribu" else 2, lang)
                return f"{sign}Rp{figures} {text(f'umum.skala_{name}', lang)}"
        return f"{sign if _rounded(size, 0) else ''}Rp{_figures(size, 0, lang)}"
    return f"{sign}Rp{_figures(size, 0 if size == size.to_integral_value() else 2, lang)}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _figures(value: Decimal, decimals: int, lang: str) -> str:
    thousands, point = _MARKS[lang]
    rounded = _rounded(value, decimals)
    plain = f"{abs(rounded):,.{decimals}f}".replace(",", " ").replace(".", point).replace(" ", thousands)
    return f"{MINUS if rounded < 0 else ''}{plain}"


def read(written: str, unit: Unit, lang: str) -> Decimal | None:
    """The number that `write` wrote; None for the dash. Abbreviated money comes back as precise as it was written."""
    if written == text("umum.kosong", lang):
        return None
    thousands, point = _MARKS[lang]
    bare = written.replace(MINUS, "-").replace("Rp", "").replace("%", "").replace("+", "").strip()
    figures, _, word = bare.partition(" ")
    power = next((p for name, p, _ in _SCALES if unit == "rupiah" and word == text(f"umum.skala_{name}", lang)), 0)
    return Decimal(figures.replace(thousands, "").replace(point, ".")).scaleb(power)


def month(value: Value | date, lang: str, *, short: bool = False) -> str:
    """A month by name: of its number, of 'YYYY-MM' (with the year) or of a date."""
    key = "umum.bulan_pendek_" if short else "umum.bulan_"
    if isinstance(value, date):
        value = f"{value:%Y-%m}"
    if isinstance(value, str) and "-" in value:
        year, number = value.split("-")[:2]
        return f"{text(key + str(int(number)), lang)} {year}"
    return text(key + str(int(str(value))), lang)


def day(value: Value | date, lang: str) -> str:
    """A day as 31 Okt 2026; of a date, a datetime or an ISO text."""
    when = value if isinstance(value, date) else datetime.fromisoformat(str(value))
    return f"{when.day} {text(f'umum.bulan_pendek_{when.month}', lang)} {when.year}"


def axis(shown: Look, **more: Any) -> dict[str, Any]:
    """An axis without clutter: faint grid, no line, readable ticks."""
    quiet = {
        "gridcolor": shown.line, "zerolinecolor": shown.line, "linecolor": shown.line, "ticks": "",
        "tickfont": {"color": shown.muted, "size": 13}, "automargin": True, "fixedrange": True, "title": {"text": ""},
    }  # fmt: skip
    return {**quiet, **more}


def layout(shown: Look, lang: str, **more: Any) -> dict[str, Any]:
    """The layout every chart starts from: our font, separators of the language, nothing behind the marks."""
    thousands, point = _MARKS[lang]
    base = {
        "font": {"family": FONT, "size": 14, "color": shown.ink},
        "separators": point + thousands,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT, "size": 13}, "bgcolor": shown.surface, "bordercolor": shown.line},
        "colorway": list(shown.parts),
        "xaxis": axis(shown),
        "yaxis": axis(shown),
        "dragmode": False,
    }
    return {**base, **more}


CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
