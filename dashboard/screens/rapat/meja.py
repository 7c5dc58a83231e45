"""The desk of a meeting's secretary: sheets of records, what is still being typed, and what browsers say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from dashboard.screens.rapat.isian import Baris, Ketikan, Kolom, Lembar, sheet
from dashboard.words import Words
from pipelines import clock
from pipelines.records import drafts
from pipelines.records.changes import Change, Record, Who
from pipelines.records.drafts import Draft, Outcome, Said
from pipelines.records.store import Records
from pipelines.records.typed import shown
from pipelines.trouble import Trouble

UNIT = "unit"  # one choice on the screen for an OPD and the unit below it
PEMISAH = "|"


@dataclass(frozen=True)
class Meja:
    """One sheet of records: which of them, in which columns, and what every row of it says by itself."""

    nama: str
    kind: str
    kolom: Sequence[Kolom]
    tetap: Mapping[str, Any] = field(default_factory=dict)
    tambah: bool = True
    borang: bool = False
    hapus: bool = True
    tombol: Sequence[tuple[str, str]] = ()  # besides taking away
    ket: Callable[[Record], Sequence[str]] = lambda record: ()
    tekan: Callable[[str, Record], None] = lambda name, record: None


@dataclass
class _Said:
    """What the server has told this browser of a sheet."""

    peramban: str = ""  # known once it has said something
    heard: dict[str, int] = field(default_factory=dict)  # the latest revision of each row that has arrived
    outcomes: dict[str, Outcome] = field(default_factory=dict)  # what became of each row that was written
    news: str = ""  # when something was last recorded
    trouble: str = ""  # why the last thing could not be done
    removed: Record | None = None  # what was taken away last


def show(records: Records, desk: Meja, rows: Sequence[Record], who: Who, words: Words) -> None:
    """The sheet with these records; what was said of it is kept until the page is left."""
    said: _Said = st.session_state.setdefault(f"meja-{desk.nama}", _Said())
    try:
        waiting: dict[str, list[Draft]] = {}
        for draft in drafts.waiting(records, desk.nama):
            waiting.setdefault(draft.kunci, []).append(draft)
        names = {id: kunci for kunci, id in drafts.became(records, desk.nama).items()}
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/cloud_off:")
        return
    shown_rows = {names.get(record.id, record.id): record for record in rows}
    begun = dict.fromkeys(kunci for kunci in waiting if kunci not in shown_rows)
    listed = [
        _row(desk, kunci, record, waiting.get(kunci, ()), said, words)
        for kunci, record in [*shown_rows.items(), *begun.items()]
    ]
    told = Lembar(
        desk.nama, desk.kolom, listed, _spoken(words), tambah=desk.tambah,
        bentuk="borang" if desk.borang else "baris", kabar=said.news,
    )  # fmt: skip
    hand = _Hand(records, desk, shown_rows, who, said, words)
    sheet(told, heard=said.heard, wrote=hand.wrote, pressed=hand.pressed, chose=hand.chose, took=hand.took)
    if said.trouble:
        st.error(said.trouble, icon=":material/error:")
    _undo(records, desk, said, who, words)


@dataclass(frozen=True)
class _Hand:
    """Does what the browser asks for."""

    records: Records
    desk: Meja
    shown: Mapping[str, Record]
    who: Who
    said: _Said
    words: Words

    def wrote(self, message: Any) -> None:
        """Keep every row that was typed in."""
        with self._hearing(message) as heard:
            for one in heard["baris"]:
                self._note(one, one.get("versi"))

    def pressed(self, message: Any) -> None:
        """Take a row away, or what else its buttons do."""
        with self._hearing(message) as heard:
            record = self.shown.get(heard["kunci"])
            if heard["nama"] != "hapus":
                if record is not None:
                    self.desk.tekan(heard["nama"], record)
                return
            if record is not None:
                change = Change(self.desk.kind, record.id, versi=record.versi, remove=True)
                self.records.write([change], self.who)
                self.said.removed = record
            self._forget(heard)

    def chose(self, message: Any) -> None:
        """Between one's own words and those of somebody who was quicker."""
        with self._hearing(message) as heard:
            overtaken = self.said.outcomes.get(heard["kunci"])
            now = overtaken.overtaken if overtaken else None
            if heard["cara"] == "saya" and now is not None:
                # what was taken away has no version that could be seen
                self._note({**heard, "akhir": True}, None if now.removed else now.versi)
            else:
                self._forget(heard)

    def took(self, message: Any) -> None:
        """Go on here with what another browser has begun."""
        with self._hearing(message) as heard:
            drafts.take(self.records, self.desk.nama, heard["kunci"], heard["dari"], heard["peramban"])

    @contextmanager
    def _hearing(self, message: Any) -> Iterator[Any]:
        """What a browser says; why it could not be done stands below the sheet."""
        self.said.trouble = ""
        self.said.peramban = message["peramban"]
        try:
            yield message
        except Trouble as trouble:  # what was typed is still in the browser, which sends it again
            self.said.trouble = trouble.say(self.words.lang)

    def _forget(self, message: Mapping[str, Any]) -> None:
        drafts.drop(self.records, self.desk.nama, message["kunci"], message["peramban"])
        self.said.outcomes.pop(message["kunci"], None)
        self.said.heard[message["kunci"]] = int(message["nomor"])

    def _note(self, row: Mapping[str, Any], version: int | None) -> None:
        isi = _apart({name: str(value) for name, value in row["isi"].items()})
        said = Said(row["kunci"], isi, row.get("id"), version, bool(row["akhir"]), self.said.peramban)
        outcome = drafts.note(self.records, self.desk.kind, self.desk.nama, said, self.who, fixed=self.desk.tetap)
        self.said.outcomes[row["kunci"]] = outcome
        self.said.heard[row["kunci"]] = int(row["nomor"])
        if outcome.record is not None:
            at = clock.local(clock.now())
            self.said.news = self.words("rapat.tersimpan", id=outcome.record.id, jam=f"{at:%H:%M:%S}")


def _row(desk: Meja, kunci: str, record: Record | None, typed: Sequence[Draft], said: _Said, words: Words) -> Baris:
    """A record as it stands with what is being typed over it; without one, a row that was only begun."""
    outcome = said.outcomes.get(kunci)
    own = outcome if any(draft.peramban == said.peramban for draft in typed) else None
    isi = shown(desk.kind, record.values) if record else {}
    buttons = [*desk.tombol] if record else []
    if desk.hapus or record is None:
        buttons.append(("hapus", words("rapat.hapus")))
    return Baris(
        kunci, _together(isi), record.id if record else None, record.versi if record else None,
        ketikan=[_typed(draft, words) for draft in typed],
        tercatat=outcome.record.versi if outcome and outcome.record else None,
        salah=_faults(own, words), disusul=_overtaken(desk, own, words),
        ket=desk.ket(record) if record else (), tombol=buttons,
    )  # fmt: skip


def _typed(draft: Draft, words: Words) -> Ketikan:
    return Ketikan(draft.peramban, _together(draft.isi), draft.versi, words("rapat.diketik_lain", oleh=draft.oleh))


def _faults(outcome: Outcome | None, words: Words) -> dict[str, str]:
    if outcome is None:
        return {}
    found = {name: said[words.lang] for name, said in outcome.faults.items()}
    if "kode_opd" in found:
        found[UNIT] = found.pop("kode_opd")
    return found


def _overtaken(desk: Meja, outcome: Outcome | None, words: Words) -> str | None:
    """Who was quicker, and in what the record now differs."""
    now = outcome.overtaken if outcome else None
    if now is None:
        return None
    if now.removed:
        return words("rapat.susul_hapus")
    labels = {column.nama: column.label for column in desk.kolom}
    said = [f"{labels[name]}: {value or '–'}" for name, value in shown(desk.kind, now.values).items() if name in labels]
    return words("rapat.susul", oleh=now.oleh, versi=now.versi, kini="; ".join(said))


def _together(isi: Mapping[str, str]) -> dict[str, str]:
    """An OPD and its unit as the one choice of the screen."""
    if "kode_opd" not in isi:
        return dict(isi)
    unit = isi.get("kode_unit") or ""
    return {**isi, UNIT: f"{isi['kode_opd']}{PEMISAH}{unit}" if unit else isi["kode_opd"]}


def _apart(isi: dict[str, str]) -> dict[str, str]:
    if UNIT not in isi:
        return isi
    opd, _, unit = isi.pop(UNIT).partition(PEMISAH)
    return {**isi, "kode_opd": opd, "kode_unit": unit}


def _undo(records: Records, desk: Meja, said: _Said, who: Who, words: Words) -> None:
    """What was taken away last can be brought back at once."""
    gone = said.removed
    if gone is None:
        return

    def back() -> None:
        try:
            records.write([Change(gone.kind, gone.id, gone.values)], who)
        except Trouble as trouble:
            said.trouble = trouble.say(words.lang)
        said.removed = None

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(words("rapat.terhapus", id=gone.id))
        st.button(words("rapat.urungkan"), key=f"urung-{desk.nama}", on_click=back, icon=":material/undo:")


def _spoken(words: Words) -> dict[str, str]:
    names = ("menyimpan", "terputus", "pilih_saya", "pilih_kini", "hapus", "lanjutkan", "belum_tercatat")
    return {name: words(f"rapat.{name}") for name in names}
