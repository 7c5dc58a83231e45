"""Files of an unknown layout: a mapping of columns is proposed, asked for, and remembered by the header's signature.

A mapping is our header -> the file's header. A value that starts with "=" is the same for every row ("=SP2D").
`#kontrak` names the kind of rows, `#satuan` what amounts are written in (rupiah, ribu, juta, miliar).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.catalogue import both
from pipelines.contracts.lembar import WORKBOOKS, Lembar, lembar, lembar_panjang
from pipelines.intake import nip, periods
from pipelines.intake.cells import tidy
from pipelines.intake.dates import period, year
from pipelines.intake.grid import Book, Cell
from pipelines.intake.heads import lines, numbering
from pipelines.intake.out import Out
from pipelines.intake.report import Answers, Choice, Problem, Question
from pipelines.intake.sheets import people
from pipelines.intake.sheets.checked import take
from pipelines.intake.sheets.findings import hidden
from pipelines.intake.sheets.proposal import KIND, TIMES, UNIT, Proposal, Table, propose, tables
from pipelines.intake.sheets.recognise import plain
from pipelines.intake.sheets.tables import Raw
from pipelines.intake.sheets.tables import Table as Checked
from pipelines.intake.sheets.totals import note

NAME = "pemetaan"
__all__ = ["NAME", "Proposal", "fits", "propose", "read_mapped", "unknown"]

_DEFAULTS = {"tahap": "SP2D", "versi": "murni", "kode_rekening": "5"}
_ANSWERS = {"tahun": "year", "bulan": "month", "basis": "basis", "kode_opd": "opd"}


def unknown(book: Book, answers: Answers, out: Out, remembered: Mapping[str, Mapping[str, str]]) -> bool:
    """Reads a file by a given or remembered mapping, or asks for one; False when nothing can be proposed."""
    known = {table.signature: table for table in tables(book)}
    if answers.mapping:
        read_mapped(book, answers.mapping, answers, out)
        return True
    for sign in known:
        if sign in remembered:
            read_mapped(book, remembered[sign], answers, out)
            return True
    proposal = propose(book)
    if proposal is None:
        out.say(Problem("PETAKAN_TAK_DIKENAL", "info", both("templat.petakan_tak_dikenal")))
        return False
    out.signature = proposal.table.signature
    out.questions.append(question(proposal))
    if proposal.said:
        out.say(
            Problem("SATUAN_DITEMUKAN", "warning", _unit_words(proposal.said, proposal.unit), proposal.table.sheet.name)
        )
    return True


def fits(book: Book, mapping: Mapping[str, str]) -> bool:
    """Whether a file has the headers a mapping names; one given for a whole folder must not spoil the known files."""
    return bool(_tables(book, mapping))


def question(proposal: Proposal) -> Question:
    """The question "mapping": a choice for each header of the file, the whole proposal as suggestion."""
    table = proposal.table
    kind = {lang: proposal.spec.contract.judul[lang] for lang in ("id", "en")}
    asked = {lang: both("templat.petakan", kontrak=kind[lang], lembar=table.sheet.name, baris=table.row + 1)[lang]
             for lang in kind}  # fmt: skip
    pairs = ", ".join(f"{ours} ← {theirs}" for ours, theirs in proposal.mapping.items() if not ours.startswith("#"))
    choices = tuple(Choice(header, _shown(header, table, i)) for i, header in sorted(table.headers.items()))
    return Question("mapping", asked, choices, proposal.text(), both("templat.petakan_alasan", pasangan=pairs))


def _shown(header: str, table: Table, column: int) -> dict[str, str]:
    examples = [tidy(str(cell)) for cell in table.cells(column) if cell != ""][:2]
    if plain(header).startswith("nip"):
        examples = [hidden(example) for example in examples]
    label = f"{header} · {', '.join(examples)}"[:80] if examples else header
    return {"id": label, "en": label}


@dataclass(frozen=True)
class _Plan:
    """A mapping that fits a table: which column fills which of ours, and what is the same for every row."""

    spec: Lembar
    columns: dict[str, int]
    constant: dict[str, Cell]


def read_mapped(book: Book, mapping: Mapping[str, str], answers: Answers, out: Out) -> None:
    """Takes in the rows of every sheet whose header has the mapped columns."""
    out.format = NAME
    names = sorted({name for sheets in WORKBOOKS.values() for name in sheets})
    kind = mapping.get(KIND, "")
    if kind not in names:
        _refuse(out, "petakan_kontrak_salah", kontrak=kind, daftar=", ".join(names))
        return
    found = _tables(book, mapping)
    if not found:
        _missing_header(book, mapping, out)
        return
    out.signature = found[0].signature
    out.titled(lines(found[0].sheet.top[: found[0].row]))
    plan = _plan(kind, mapping, found[0], answers, out)
    if plan is None:
        return
    times = TIMES.get(mapping.get(UNIT, "rupiah"), 1)
    checked = Checked([_raw(table, plan) for table in found], times=times)
    _say_used(found[0], plan, mapping, out)
    keep = take(checked, out)
    note(checked, keep, out)
    people.note(checked, keep, out)
    out.resolve(mapping=dict(mapping))
    if out.rows.total and not out.rows.accepted:
        _refuse(out, "tiada_diterima", n=out.rows.total)


def _tables(book: Book, mapping: Mapping[str, str]) -> list[Table]:
    """The header rows that have every mapped header: one a sheet, and only sheets whose header is the same."""
    wanted = {
        plain(theirs) for ours, theirs in mapping.items() if not ours.startswith("#") and not theirs.startswith("=")
    }
    found: dict[str, Table] = {}
    for table in tables(book):
        if wanted <= {plain(header) for header in table.headers.values()}:
            found.setdefault(table.sheet.name, table)
    first = next(iter(found.values()), None)
    return [table for table in found.values() if first and table.signature == first.signature]


def _missing_header(book: Book, mapping: Mapping[str, str], out: Out) -> None:
    listed = max(tables(book), key=lambda table: len(table.headers), default=None)
    there = list(listed.headers.values()) if listed else []
    spelt = {plain(header) for header in there}
    for ours, theirs in mapping.items():
        if not ours.startswith("#") and not theirs.startswith("=") and plain(theirs) not in spelt:
            _refuse(out, "petakan_judul_hilang", judul=theirs, kolom=ours, daftar=", ".join(there) or "—")


def _plan(kind: str, mapping: Mapping[str, str], table: Table, answers: Answers, out: Out) -> _Plan | None:
    given = {ours: theirs for ours, theirs in mapping.items() if not ours.startswith("#")}
    wide = any(ours.startswith("bulan_") for ours in given)
    spec = lembar(kind) if wide else lembar_panjang(kind)
    unknown_columns = sorted(set(given) - {column.name for column in spec.columns})
    for ours in unknown_columns:
        listed = ", ".join(column.name for column in spec.columns)
        _refuse(out, "petakan_kolom_salah", kolom=ours, kontrak=kind, daftar=listed)
    if unknown_columns:
        return None
    at = {plain(header): i for i, header in table.headers.items()}
    columns = {ours: at[plain(theirs)] for ours, theirs in given.items() if not theirs.startswith("=")}
    constant: dict[str, Cell] = {ours: theirs[1:] for ours, theirs in given.items() if theirs.startswith("=")}
    for name in spec.required:
        if name in columns or name in constant or (kind == "pegawai" and name == "jenis"):
            continue
        if name == "jenis_periode":
            constant |= _period(table, out)
        elif (value := _once(name, answers, table, out)) is not None:
            constant[name] = value
    # An answer a person gives beside the mapping fills what the file leaves out, never what it says.
    return _Plan(spec, columns, constant) if not (out.questions or out.refused) else None


def _period(table: Table, out: Out) -> dict[str, Cell]:
    """The period of an SKP where no column says it: by the title or an answer; nothing where it was asked."""
    found = periods.settled(out, lines(table.sheet.top[: table.row]), sheet=table.sheet.name)
    if found is None:
        return {}
    kind, number = found
    said: dict[str, Cell] = {"jenis_periode": kind}
    return said if number is None else {**said, "periode": float(number)}


def _once(name: str, answers: Answers, table: Table, out: Out) -> Cell | None:
    """What is the same for every row: an answer, the title, or a default that is said; else it is asked."""
    if name in _DEFAULTS:
        value = _DEFAULTS[name]
        message = both("templat.petakan_anggapan", kolom=name, nilai=value)
        out.say(Problem("PETAKAN_ANGGAPAN", "info", message, table.sheet.name))
        return value
    if name not in _ANSWERS:
        _refuse(out, "petakan_kurang", kolom=name)
        return None
    answer: Any = getattr(answers, _ANSWERS[name])
    title = lines(table.sheet.top[: table.row])
    if answer is None and name == "tahun":
        answer = year(title)
    if answer is None and name == "bulan" and (named := period(title)) is not None:
        answer = named.last
    if answer is None:
        out.ask(_ANSWERS[name])  # type: ignore[arg-type]
        return None
    out.resolve(**{_ANSWERS[name]: answer})
    return str(answer)


def _raw(table: Table, plan: _Plan) -> Raw:
    """The rows under a header as columns of ours; a row that only numbers the columns is left blank."""
    rows = table.sheet.rows(table.row + 1)
    blank: list[Cell] = []
    width = max(table.headers, default=0) + 1
    cells = [blank if i < 3 and numbering(row) else row for i, row in enumerate(rows)]
    padded = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in cells]
    columns: dict[str, Any] = {ours: [row[i] for row in padded] for ours, i in plan.columns.items()}
    said = [any(row[i] != "" for i in plan.columns.values()) for row in padded]
    for name, value in plan.constant.items():
        columns[name] = [value if filled else "" for filled in said]  # a blank row stays blank
    if plan.spec.name == "pegawai" and "jenis" not in columns and "nip" in columns:
        columns["jenis"] = [
            nip.kind_of(cell) if filled else "" for cell, filled in zip(columns["nip"], said, strict=True)
        ]
    return Raw(plan.spec, table.sheet.name, table.row + 2, columns, plan.columns)


def _say_used(table: Table, plan: _Plan, mapping: Mapping[str, str], out: Out) -> None:
    pairs = ", ".join(f"{ours} ← {theirs}" for ours, theirs in mapping.items() if not ours.startswith("#"))
    where = (table.sheet.name, table.row + 1)
    out.say(Problem("PETAKAN_DIPAKAI", "info", both("templat.petakan_dipakai", pasangan=pairs), *where))
    unused = [header for i, header in sorted(table.headers.items()) if i not in plan.columns.values()]
    if unused:
        message = both("templat.petakan_tak_dipakai", daftar=", ".join(unused))
        out.say(Problem("PETAKAN_TAK_DIPAKAI", "info", message, *where))
    unit = mapping.get(UNIT, "rupiah")
    if unit != "rupiah":
        out.say(Problem("SATUAN_DITEMUKAN", "warning", _unit_words(unit, unit), *where))


def _unit_words(said: str, unit: str) -> dict[str, str]:
    times = f"{TIMES.get(unit, 1):,}"
    return {
        "id": both("templat.satuan_ditemukan", terbaca=said, kali=times.replace(",", "."))["id"],
        "en": both("templat.satuan_ditemukan", terbaca=said, kali=times)["en"],
    }


def _refuse(out: Out, key: str, **values: object) -> None:
    out.refused = True
    out.say(Problem(key.upper(), "error", both(f"templat.{key}", **values)))
