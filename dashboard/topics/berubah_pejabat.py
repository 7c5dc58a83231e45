"""Head seats that changed hands since a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.topics import kepala
from dashboard.topics.papan import Unit
from dashboard.topics.tautan import opd as link_opd
from dashboard.view import View
from pipelines.catalogue import text


def heads_of(ask: Ask, then: Ask, view: View, before: View) -> list[dict[str, Any]]:
    """The OPD whose head seat is held otherwise than at the meeting."""
    now, was = kepala.heads(ask, view), kepala.heads(then, before)
    return [
        {"kode_opd": kode, "kini": now.get(kode), "dulu": was.get(kode)}
        for kode in sorted(now.keys() | was.keys())
        if _holder(now.get(kode)) != _holder(was.get(kode))
    ]


def _holder(head: kepala.Kepala | None) -> tuple[str | None, str | None]:
    return (head.orang_id, head.keadaan) if head else (None, None)


def people(ask: Ask, view: View, heads: Sequence[Mapping[str, Any]], units: Sequence[Unit]) -> Figure:
    """Seats of heads that changed hands, with who was there then and who is now."""
    lang = view.lang
    labels = {unit.kode: unit.label for unit in units}
    rows = [
        {
            "opd": labels[row["kode_opd"]], "dulu": _seat(row["dulu"], lang), "kini": _seat(row["kini"], lang),
            "sejak": row["kini"].tmt if row["kini"] else None, "link": link_opd(row["kode_opd"]),
        }
        for row in heads
        if row["kode_opd"] in labels
    ]  # fmt: skip
    provenance = ask.provenance(view, sources=("riwayat_jabatan",))
    question = text("berubah.tanya_pejabat", lang)
    if not rows:
        return missing("berubah.pejabat", title=text("berubah.judul_pejabat_kosong", lang), provenance=provenance,
                       empty=text("berubah.pejabat_kosong", lang), question=question)  # fmt: skip
    columns = (
        Column("opd", text("berubah.kolom_opd", lang)), Column("dulu", text("berubah.kolom_pejabat_dulu", lang)),
        Column("kini", text("berubah.kolom_pejabat_kini", lang)),
        Column("sejak", text("berubah.kolom_sejak", lang), "tanggal"),
    )  # fmt: skip
    return compose(
        "berubah.pejabat", title=text("berubah.judul_pejabat", lang, n=len(rows)), chart=None,
        table=table(rows, columns, link=lambda row: row["link"], shown=15), provenance=provenance, lang=lang,
        question=question, tags=("berubah",),
    )  # fmt: skip


def _seat(head: kepala.Kepala | None, lang: Lang) -> str:
    if head is None:
        return text("berubah.tidak_tercatat", lang)
    who = kepala.person(head.sebutan, head.nama, lang)
    word = kepala.status(head.keadaan, lang)
    return f"{who} ({word})" if who else word
