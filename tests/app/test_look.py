"""What is written can be read back, and colours can be told apart."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import look
from dashboard.figures.figure import STATUSES

LANGS = st.sampled_from(["id", "en"])
MONEY = st.decimals(min_value=-(10**15), max_value=10**15, places=2)
RATIO = st.decimals(min_value=-10_000, max_value=10_000, places=2)


@given(MONEY, LANGS)
def test_money_in_full_reads_back_to_the_sen(value: Decimal, lang: str) -> None:
    assert look.read(look.write(value, "rupiah", lang), "rupiah", lang) == value


@given(MONEY, LANGS)
def test_short_money_reads_back_to_what_it_shows(value: Decimal, lang: str) -> None:
    back = look.read(look.write(value, "rupiah", lang, short=True), "rupiah", lang)
    assert back is not None
    assert abs(back - value) <= max(Decimal("0.5"), abs(value) * Decimal("0.0051"), Decimal(500) * (abs(value) >= 1000))
    assert look.write(back, "rupiah", lang, short=True) == look.write(value, "rupiah", lang, short=True)


@given(RATIO, LANGS, st.sampled_from(["persen", "poin"]))
def test_ratios_read_back(value: Decimal, lang: str, unit: str) -> None:
    assert look.read(look.write(value, unit, lang).partition(" ")[0], unit, lang) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "short", "id_", "en"),
    [
        (1_554_000_000, "rupiah", True, "Rp1,55 M", "Rp1.55 bn"),
        (999_999_999, "rupiah", True, "Rp1,00 M", "Rp1.00 bn"),
        (994_999_999, "rupiah", True, "Rp995,00 jt", "Rp995.00 mn"),
        (999, "rupiah", True, "Rp999", "Rp999"),
        (-24_000, "rupiah", True, "−Rp24 rb", "−Rp24 k"),
        (10_810_941_900, "rupiah", False, "Rp10.810.941.900", "Rp10,810,941,900"),
        (Decimal("41.915"), "persen", False, "41,92 %", "41.92 %"),
        (Decimal("-24.2"), "poin", False, "−24,20 poin", "−24.20 points"),
        (Decimal("3.1"), "poin", False, "+3,10 poin", "+3.10 points"),
        (Decimal("-0.001"), "poin", False, "0,00 poin", "0.00 points"),
        (None, "persen", False, "–", "–"),
        (0, "persen", False, "0,00 %", "0.00 %"),
        ("2026-10", "bulan", False, "Oktober 2026", "October 2026"),
        ("2026-10-31", "tanggal", False, "31 Okt 2026", "31 Oct 2026"),
        (12, "hari", False, "12 hari", "12 days"),
        ("5.1.02", "kode", False, "5.1.02", "5.1.02"),
        ("merah", "status", False, "▼ Merah", "▼ Red"),
    ],
)
def test_writes(value: object, unit: str, short: bool, id_: str, en: str) -> None:
    assert look.write(value, unit, "id", short=short) == id_  # type: ignore[arg-type]
    assert look.write(value, unit, "en", short=short) == en  # type: ignore[arg-type]


def _linear(colour: str) -> tuple[float, float, float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        r, g, b = _linear(colour)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shown", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_text_meets_aa(shown: look.Look) -> None:
    grounds = (shown.background, shown.surface)
    for colour in (shown.ink, shown.muted):
        assert all(_contrast(colour, ground) >= 4.5 for ground in grounds), colour
    for name, tone in shown.status.items():
        assert all(_contrast(tone.ink, ground) >= 4.5 for ground in (*grounds, tone.soft)), name
        assert _contrast(tone.on_fill, tone.fill) >= 4.5, name
    for colour in (shown.actual, shown.target, shown.before):
        assert _contrast(colour, shown.background) >= 3, colour
    assert all(_contrast(shown.ink, ground) >= 4.5 for ground in shown.diverging)


# Machado et al. 2009, full deficiency, on linear light.
_BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def _lab(colour: str, kind: str) -> tuple[float, float, float]:
    rgb = _linear(colour)
    r, g, b = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in _BLIND[kind])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("kind", sorted(_BLIND))
@pytest.mark.parametrize("shown", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_status_colours_differ_for_the_colour_blind(shown: look.Look, kind: str) -> None:
    for one, other in itertools.combinations(STATUSES, 2):
        a, b = (_lab(shown.status[s].fill, kind) for s in (one, other))
        assert sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 >= 10, (one, other)


def test_every_status_has_its_own_icon_symbol_and_word() -> None:
    for lang in ("id", "en"):
        assert len({look.status_word(s, lang) for s in STATUSES}) == len(STATUSES)
    assert len(set(look.ICONS.values())) == len(set(look.SYMBOLS.values())) == len(STATUSES)
