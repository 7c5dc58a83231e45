"""`raporda deck`, `book` and `document`: the meeting's material without a browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from pipelines import disk
from pipelines.terminal import Home, Json, Lang, language, put, say, spoken, workspace
from pipelines.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from dashboard.query import Ask
    from dashboard.view import View

_KINDS = (
    "tepra: the whole meeting; opd: one page per called OPD; jpt: high officials, a page for each; "
    "seratus_hari: the first hundred days; setda: the bagian of the Setda. "
    "As book or document also the official forms e81, rkpd and lkjip, of the quarter that had ended by the month."
)
Kind = Annotated[str, typer.Argument(metavar="KIND", help=_KINDS)]
Until = Annotated[str | None, typer.Option(metavar="YYYY-MM", help="The month; the latest reported when not given.")]
Called = Annotated[list[str] | None, typer.Option("--opd", help="Code or name of a called OPD, repeatable.")]
_PEOPLE = "Internal id of an official (jpt, seratus_hari), as the address of the page Pejabat has it; repeatable."
Officials = Annotated[list[str] | None, typer.Option("--pejabat", metavar="ORANG_ID", help=_PEOPLE)]
Out = Annotated[Path, typer.Option("--out", "-o", help="The file to write.")]
Group = Annotated[str, typer.Option(help="semua, asisten-1, komisi-IV, ...")]
Profile = Annotated[str, typer.Option(help="The rule profile that judges.")]
Names = Annotated[bool, typer.Option("--names", help="Name officials; every slide, sheet and page is then restricted.")]
KnownAt = Annotated[str | None, typer.Option(metavar="DATE", help="As it was known on that day.")]


_OF_PEOPLE = ("jpt", "seratus_hari")  # the kinds that call officials


def command(form: str, words: str) -> Callable[..., None]:
    """The command that writes a pack in one form (deck, book, document); `words` are its help."""

    def write(
        kind: Kind = "tepra",
        *,
        out: Out,
        until: Until = None,
        opd: Called = None,
        pejabat: Officials = None,
        group: Group = "semua",
        profile: Profile = "rasio-target",
        known_at: KnownAt = None,
        names: Names = False,
        home: Home = None,
        json: Json = False,
        lang: Lang = None,
    ) -> None:
        from dashboard.export import packs  # late: `--help` must not load the writers
        from dashboard.export.brand import brand
        from dashboard.export.formulir import berkas

        forms = {"deck": packs.deck_bytes, "book": packs.book_bytes, "document": packs.document_bytes}
        filled = {"book": berkas.book_bytes, "document": berkas.document_bytes} if kind in berkas.FORMS else {}
        known(kind, pejabat or [], (*packs.KINDS, *(berkas.FORMS if form != "deck" else ())))
        ask = _ask(home, known_at, language(lang), names=names)
        shown = view(ask, until, group, profile)
        units, people = [unit(ask, name) for name in opd or []], [official(ask, one) for one in pejabat or []]
        mine = brand(workspace(home).home)
        if form in filled:
            made = filled[form](kind, ask, shown, mine, opd=units)
        else:
            made = forms[form](kind, ask, shown, mine, opd=units, pejabat=people or None)
        written(made, out, json=json, tongue=language(lang))

    write.__doc__ = words
    return spoken(write)


def known(kind: str, people: list[str], kinds: tuple[str, ...]) -> None:
    """Raises Misuse for a kind that there is not, or that calls no officials where some are named."""
    if kind not in kinds:
        raise Misuse("perintah.pilihan_salah", apa="KIND", nilai=kind, pilihan=", ".join(kinds))
    if people and kind not in _OF_PEOPLE:
        raise Misuse("perintah.hanya_jenis", apa="--pejabat", jenis=", ".join(_OF_PEOPLE))


def _ask(home: Path | None, known_at: str | None, tongue: str, *, names: bool) -> Ask:
    from dashboard import access, query
    from dashboard.figures.figure import Lang as Tongue
    from pipelines.commands.asking import build_to_ask

    try:
        moment = date.fromisoformat(known_at) if known_at else None
    except ValueError:
        raise Misuse("perintah.tanggal_salah", nilai=known_at) from None
    made = build_to_ask(workspace(home), moment)
    seen = access.scope(named=names, address="localhost")  # who types a command sits at the machine
    return query.open_build(made.path, made.id, scope=seen, lang=cast(Tongue, tongue), known_at=moment)


def view(ask: Ask, until: str | None, group: str, profile: str) -> View:
    """The view that the options ask for; what the build does not know is misuse, not a silent default."""
    from dashboard.known import choices
    from dashboard.view import from_params

    offered = choices(ask)
    if offered is None:
        raise Trouble("perintah.tanpa_anggaran")
    year, _, month = (until or "").partition("-")
    params = {"kelompok": group, "profil": profile, "bahasa": ask.lang}
    if until:
        params |= {"tahun": year, "bulan": month.lstrip("0")}
    view, dropped = from_params(params, offered.known)
    known = offered.known
    allowed = {
        "kelompok": (group, known.kelompok),
        "profil": (profile, known.profil),
        "tahun": (until, [f"{y}-{m:02d}" for y, months in known.bulan.items() for m in months]),
    }
    for name in dropped:
        value, options = allowed["tahun" if name == "bulan" else name]
        raise Misuse("perintah.pilihan_salah", apa=name, nilai=value, pilihan=", ".join(options))
    return view


def unit(ask: Ask, name: str) -> str:
    """The code of a unit given by code, short name or name."""
    rows = ask.run("select distinct kode_opd, singkatan, nama from app.opd order by kode_opd")
    for row in rows:
        if name.casefold() in {str(value).casefold() for value in row.values() if value}:
            return str(row["kode_opd"])
    raise Misuse("perintah.pilihan_salah", apa="--opd", nilai=name, pilihan=", ".join(str(r["kode_opd"]) for r in rows))


def official(ask: Ask, name: str) -> str:
    """The id of an official that this build knows; a NIP is no id and stands in no command."""
    rows = ask.run("select orang_id from app.riwayat where orang_id = ? limit 1", name)
    if not rows:
        raise Misuse("perintah.pejabat_tak_dikenal")
    return name


def written(content: bytes, out: Path, *, json: bool, tongue: str) -> None:
    try:
        if out.exists() and not out.is_file():  # a pipe or a device takes what it gets
            out.write_bytes(content)
        else:
            disk.write(out, content)
    except OSError as error:
        raise Trouble("perintah.tak_tertulis", path=out, sebab=error.strerror or error) from error
    if json:
        put({"file": out, "bytes": len(content)})
    else:
        say("ditulis", tongue, path=out)
