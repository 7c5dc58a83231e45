"""The rules that write sentences, in words: where each speaks, when it fires, what it says and on what it rests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import status_word, write
from dashboard.query import Ask
from dashboard.topics import ditanya, rapat_janji
from dashboard.topics.ditanya import Berlaku
from dashboard.topics.pertanyaan import upper
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.fakta import fakta
from pipelines.syarat import PRESENCE, Syarat

_OPS = {"<": "kurang", "<=": "paling", ">": "lebih", ">=": "sekurangnya", "=": "sama", "!=": "bukan"}
_WHOLE = re.compile(r"[.,]00(?= )")  # decimals of a limit that has none
_SLOT = re.compile(r"{(\w+)(?::\w+)?}")
_UNITS: dict[str, Any] = {
    "nama": "teks", "bila": "teks", "kalimat": "teks", "jenis": "teks", "dasar": "teks", "tag": "kode", "id": "teks",
}  # fmt: skip


def figure(ask: Ask, view: View) -> Figure:
    """Every rule in force in the view's month, gravest first: which rule makes an OPD be named, and why."""
    lang = view.lang
    found = every(ask, view)
    own = sum(one.asal == "pemda" for one in found)
    heads = [Column(key, text(f"pertanyaan.daftar_{key}", lang), unit) for key, unit in _UNITS.items()]
    return compose(
        "aturan.pertanyaan",
        title=text("pertanyaan.judul_daftar", lang, n=len(found), milik=own),
        chart=None,
        table=table([_row(one, found, lang) for one in found], heads),
        provenance=ask.provenance(view, sources=()),
        lang=lang,
        question=text("pertanyaan.tanya_daftar", lang),
        notes=(text("pertanyaan.catatan_daftar", lang), text("aturan.catatan_tag", lang)),
    )


def every(ask: Ask, view: View) -> list[Berlaku]:
    """Every rule of either subject, each once, gravest first."""
    found = {one.kunci: one for subjek in ("opd", "pejabat") for one in ditanya.rules(ask, view, None, subjek)}
    return sorted(found.values(), key=lambda one: one.aturan.urutan)


def _row(one: Berlaku, of: Sequence[Berlaku], lang: Lang) -> dict[str, Any]:
    rule = one.aturan
    spoken = ", ".join(text(f"pertanyaan.jenis_{kind}", lang) for kind in rule.jenis)
    about = ", ".join(text(f"pertanyaan.subjek_{subject}", lang) for subject in rule.subjek)
    own = upper(ditanya.name(one, lang))
    return {
        "nama": text("pertanyaan.milik_pemda", lang, nama=own) if one.asal == "pemda" else own,
        "bila": when(one, of, lang), "kalimat": upper(_template(getattr(rule.kalimat, lang), lang)),
        "jenis": f"{spoken} ({about})", "dasar": getattr(rule.dasar, lang), "tag": rule.tag, "id": one.aturan_id,
    }  # fmt: skip


def when(one: Berlaku, of: Sequence[Berlaku], lang: Lang) -> str:
    """When a rule fires, in words; of rules with one place in the order, only where those before it do not."""
    said = [condition(each, lang) for each in one.aturan.syarat]
    ahead = [
        ditanya.name(other, lang) for other in of[: of.index(one)]
        if other.aturan.urutan == one.aturan.urutan and set(other.aturan.jenis) & set(one.aturan.jenis)
        and set(other.aturan.subjek) & set(one.aturan.subjek)
    ]  # fmt: skip
    others = ", ".join(name for name in dict.fromkeys(ahead) if name != ditanya.name(one, lang))
    if others:
        said.append(text("pertanyaan.kata_selain", lang, aturan=others))
    return text("pertanyaan.kata_dan", lang).join(said)


def condition(one: Syarat, lang: Lang) -> str:
    """One condition in words: "deviasi terhadap target kurang dari 0 poin"."""
    label = getattr(fakta()[one.fakta].label, lang)
    if one.op in PRESENCE:
        return text(f"pertanyaan.kata_{one.op}", lang, fakta=label)
    if isinstance(one.nilai, bool):
        return text(f"pertanyaan.kata_{'ya' if one.nilai == (one.op == '=') else 'tidak'}", lang, fakta=label)
    return text(f"pertanyaan.kata_{_OPS[one.op]}", lang, fakta=label, nilai=_against(one, lang))


def _against(one: Syarat, lang: Lang) -> str:
    if one.lain is None:
        return _value(one, lang)
    label = str(getattr(fakta()[one.lain].label, lang))
    if one.kali == 1:
        return label
    return text("pertanyaan.kata_kali", lang, persen=_WHOLE.sub("", write(one.kali * 100, "persen", lang)), fakta=label)


def _value(one: Syarat, lang: Lang) -> str:
    own, value = fakta()[one.fakta], one.nilai
    if own.kata:
        return text(f"{own.kata}{value}", lang)
    if own.satuan == "status":
        return status_word(str(value), lang).lower()
    if own.satuan == "poin" and isinstance(value, Decimal):  # a limit has no plus sign
        return _WHOLE.sub("", write(value, "poin", lang)).lstrip("+")
    if own.satuan == "janji":
        return rapat_janji.said(str(value), lang)
    return _WHOLE.sub("", write(value, "teks" if own.satuan == "ya" else own.satuan, lang))


def _template(template: str, lang: Lang) -> str:
    """A sentence with its slots named instead of filled."""
    return _SLOT.sub(lambda slot: f"[{getattr(fakta()[slot[1]].label, lang)}]", template)
