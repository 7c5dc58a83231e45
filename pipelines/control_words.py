"""Control totals in words: the names that intake gives them, read for people."""

from __future__ import annotations

import re

from pipelines.catalogue import text

# The amount that a name speaks of; what stands before is its row, what follows its kind or month.
_AMOUNT = re.compile(r"anggaran|pagu|realisasi|rak|nilai|bulan_?\d+")
_PLACE = re.compile(r"(?P<name>.*?) \((?P<sheet>.*?)(?:!(?P<row>\d+))?\)", re.DOTALL)
_KINDS = ("total", "operasi", "modal", "tak_terduga", "transfer")


def tokens(name: str) -> list[str]:
    """The parts of a name without the place it stands in: "Jumlah.rak.10 (Sheet1)" gives Jumlah, rak, 10."""
    found = _PLACE.fullmatch(name)
    return (found["name"] if found else name).split(".")


def control_words(name: str, lang: str) -> str:
    """A control total in words: "Jumlah.rak.10" is the total of the cash plan of October."""
    parts, place = tokens(name), _PLACE.fullmatch(name)
    at = next((n for n, part in enumerate(parts) if _AMOUNT.fullmatch(part)), None)
    if at is None:
        return name
    said = _amount(parts[at], ".".join(parts[at + 1 :]), lang)
    code = ".".join(parts[:at])
    if "Jumlah" in parts[:at]:
        said = text("umum.kontrol_jumlah", lang, apa=said)
    else:
        said = said[:1].upper() + said[1:]
        said = text("umum.kontrol_kode", lang, apa=said, kode=code) if code else said
    if place and place["row"]:
        return text("umum.kontrol_baris", lang, apa=said, lembar=place["sheet"], baris=place["row"])
    return text("umum.kontrol_lembar", lang, apa=said, lembar=place["sheet"]) if place else said


def _amount(name: str, rest: str, lang: str) -> str:
    month = re.search(r"\d+", name) or re.fullmatch(r"\d+", rest)
    if month and 1 <= int(month[0]) <= 12:
        return text("umum.kontrol_bulan", lang, bulan=text(f"umum.bulan_{int(month[0])}", lang))
    what = text(f"umum.kontrol_{name}", lang)
    kind = text(f"umum.kontrol_{rest}", lang) if rest in _KINDS else rest
    return f"{what} {kind}" if kind else what
