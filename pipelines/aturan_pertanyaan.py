"""The rules that write sentences: priorities, leading questions and early warnings, the pemda's own before ours."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import pyarrow as pa
from pydantic import Field, ValidationError

from pipelines import syarat
from pipelines.berlaku import COLUMNS, Both, Dated, as_columns, distinct_dates, ends
from pipelines.catalogue import toml
from pipelines.fakta import NUMBERS, bukti, fakta
from pipelines.syarat import Facts, Salah, Syarat
from pipelines.trouble import Trouble

FILE = "pertanyaan.toml"
Jenis = Literal["prioritas", "pertanyaan", "peringatan"]
Subjek = Literal["opd", "pejabat"]
FORMS = ("", "besar", "penuh")  # of a slot: as its unit is written, without its sign, money in full
SCHEMA = pa.schema([
    ("kunci", pa.string()), ("nomor", pa.int32()), ("asal", pa.string()), ("isi", pa.string()), *COLUMNS,
])  # fmt: skip


class Aturan(Dated):
    """One rule from a date on: when it speaks, of whom, in which words, and where its evidence stands."""

    jenis: tuple[Jenis, ...]
    subjek: tuple[Subjek, ...] = Field(min_length=1)
    urutan: int = Field(ge=1)
    nama: Both
    bila: tuple[tuple[bool | int | float | date | str, ...], ...] = Field(min_length=1)
    berat: int | str = 0
    sejak: str | None = None
    kartu: bool = False
    kalimat: Both
    tanya: Both | None = None
    bukti: dict[str, str]

    @cached_property
    def syarat(self) -> tuple[Syarat, ...]:
        """Its conditions; raises Salah for one that cannot be."""
        return tuple(syarat.read(written, fakta()) for written in self.bila)

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The facts in its sentence and question: where one is missing the rule says nothing."""
        words = (self.kalimat.id, self.kalimat.en, *((self.tanya.id, self.tanya.en) if self.tanya else ()))
        return tuple(dict.fromkeys(name for template in words for name, _ in _slots(template)))

    @cached_property
    def parameters(self) -> dict[str, str]:
        """The parameters of its link that facts fill."""
        return {name: of for name, of in self.bukti.items() if name not in ("halaman", "bagian")}

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that it needs."""
        own = {name for one in self.syarat for name in one.facts}
        more = (self.sejak, self.berat.lstrip("-") if isinstance(self.berat, str) else None)
        return frozenset({*own, *self.slots, *self.parameters.values(), *(name for name in more if name)})

    def fires(self, facts: Facts) -> bool:
        """Whether these facts meet every condition and fill every slot."""
        return all(one.met(facts) for one in self.syarat) and all(facts.get(name) is not None for name in self.slots)

    def gravity(self, facts: Facts) -> Decimal:
        """How grave it is here, within this rule; nought where that is not known."""
        if isinstance(self.berat, int):
            return Decimal(self.berat)
        value = facts.get(self.berat.lstrip("-"))
        known = Decimal(str(value)) if value is not None else Decimal(0)
        return -known if self.berat.startswith("-") else known


Rules = dict[str, tuple[Aturan, ...]]


def _slots(template: str) -> Iterator[tuple[str, str]]:
    for _, name, form, conversion in Formatter().parse(template):
        if name is not None:
            if not name.isidentifier() or conversion:
                raise Salah("slot", slot=name)
            yield name, form or ""


@cache
def built_in() -> Rules:
    """The rules as they come with Raporda; raises Trouble for one that cannot be."""
    return _read(toml("aturan/pertanyaan"), "data/aturan/pertanyaan.toml")


def own(home: Path) -> Rules:
    """The rules of the pemda, of pertanyaan.toml in its workspace; raises Trouble that names the rule and its fault."""
    path = home / FILE
    if not path.is_file():
        return {}
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Trouble("pertanyaan.salah_berkas", berkas=path, sebab=error) from error
    return _read(said, str(path))


def table(home: Path | None = None) -> pa.Table:
    """The rows of raw.pertanyaan: each rule of the pemda instead of ours of the same name, then its own new ones."""
    ours, theirs = built_in(), own(home) if home else {}
    rows = []
    for number, (key, values) in enumerate((ours | theirs).items()):
        for value, end in zip(values, ends(values), strict=True):
            said = {"kunci": key, "nomor": number, "asal": "pemda" if key in theirs else "bawaan"}
            rows.append(said | {"isi": value.model_dump_json()} | as_columns(key.replace("_", "-"), value, end))
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def parsed(isi: str) -> Aturan:
    """A rule as raw.pertanyaan holds it."""
    return Aturan.model_validate(json.loads(isi))


def _read(said: Mapping[str, Any], berkas: str) -> Rules:
    return {key: _one(key, values, berkas) for key, values in said.items()}


def _one(key: str, values: Any, berkas: str) -> tuple[Aturan, ...]:
    where = {"aturan": key, "berkas": berkas}
    if not isinstance(values, list):
        raise Trouble("pertanyaan.salah_tabel", **where)
    try:
        found = tuple(Aturan.model_validate(value) for value in values)
        distinct_dates(found)
        for one in found:
            check(one)
    except Salah as wrong:
        raise Trouble(f"pertanyaan.salah_{wrong.key}", **where, **wrong.values) from wrong
    except ValidationError as error:
        first = error.errors()[0]
        part = ".".join(str(step) for step in first["loc"])
        raise Trouble("pertanyaan.salah_isian", **where, bagian=part, sebab=first["msg"]) from error
    except ValueError as error:
        raise Trouble("pertanyaan.salah_tanggal", **where, sebab=error) from error
    return found


def check(one: Aturan) -> None:
    """Raise Salah where the rule names a fact, page or part that there is not, or lacks the question it should ask."""
    known = fakta()
    words = [one.kalimat, *([one.tanya] if one.tanya else [])]
    for template in (text for both in words for text in (both.id, both.en)):
        for name, form in _template(template):
            if form not in FORMS:
                raise Salah("slot", slot=f"{name}:{form}")
            if form and name in known and known[name].satuan not in NUMBERS:
                raise Salah("slot", slot=f"{name}:{form}")
    for name in sorted(one.facts):
        if name not in known:
            raise Salah("fakta", fakta=name)
    if isinstance(one.berat, str) and known[one.berat.lstrip("-")].satuan not in NUMBERS:
        raise Salah("berat", fakta=one.berat)
    if "pertanyaan" in one.jenis and one.tanya is None:
        raise Salah("tanya")
    for both in words:
        if {name for name, _ in _slots(both.id)} != {name for name, _ in _slots(both.en)}:
            raise Salah("bahasa")
    _evidence(one)


def _template(template: str) -> list[tuple[str, str]]:
    try:
        return list(_slots(template))
    except ValueError as error:  # braces that do not close
        raise Salah("slot", slot=template) from error


def _evidence(one: Aturan) -> None:
    page = bukti().get(one.bukti.get("halaman", ""))
    if page is None:
        raise Salah("halaman", halaman=one.bukti.get("halaman", ""), pilihan=", ".join(bukti()))
    part = one.bukti.get("bagian")
    if part is not None and part not in page.bagian:
        raise Salah("bagian", bagian=part, pilihan=", ".join(page.bagian))
    for name in one.parameters:
        if name not in page.isi:
            raise Salah("isi", isi=name, pilihan=", ".join(page.isi))
