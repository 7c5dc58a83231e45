"""`raporda build`, `query` and `measures`: numbers made and numbers asked for."""

from __future__ import annotations

import csv
import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.terminal import Home, Json, Lang, clear, counter, language, plain, put, say, spoken, workspace
from pipelines.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from pipelines.publish import Build
    from pipelines.workspace import Workspace


class Engine(StrEnum):
    duckdb = "duckdb"
    spark = "spark"


class Shape(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


@spoken
def build(
    *,
    engine: Annotated[Engine, typer.Option(help="Where the models run.")] = Engine.duckdb,
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Compute everything from the ledger, check it, and publish it if the checks pass."""
    from pipelines.build import build as run

    if engine is Engine.spark:
        raise Trouble("perintah.mesin_tak_ada", engine=engine.value)
    made = run(workspace(home), progress=counter())
    clear()
    if json:
        checks = [
            {
                "name": c.name,
                "severity": c.severity,
                "meaning": {"id": c.meaning, "en": c.meaning_en},
                "rows": c.count,
                "example": c.example,
            }
            for c in made.checks
        ]
        put({"build": made.id, "fresh": made.fresh, "recorded_until": made.recorded_until, "checks": checks})
        return
    for check in made.checks:
        meaning = check.meaning_en if language(lang) == "en" else check.meaning
        say("peringatan", language(lang), arti=meaning, jumlah=check.count)
    say("build_jadi" if made.fresh else "build_tetap", language(lang), build=made.id)
    typer.echo(made.id)


@spoken
def query(
    measure: Annotated[str, typer.Argument(help="A measure; list them with `raporda measures`.")],
    by: Annotated[str | None, typer.Option(help="Dimensions, separated by commas.")] = None,
    where: Annotated[list[str] | None, typer.Option(help="DIM=VALUE, repeatable.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="Up to this month.")] = None,
    known_at: Annotated[str | None, typer.Option(metavar="DATE", help="As it was known on that day.")] = None,
    format: Annotated[Shape, typer.Option("--format")] = Shape.table,
    *,
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Any measure of the catalogue by any of its dimensions."""
    from pipelines import measures
    from pipelines.engines.duckdb import Reader

    moment = _day(known_at) if known_at else None
    asked = _pairs(where or [])
    made = build_to_ask(workspace(home), moment)
    dimensions = list(dict.fromkeys(name.strip() for name in (by or "").split(",") if name.strip()))
    reader = Reader(made.path)
    try:
        answer = measures.query(reader, measure, by=dimensions, where=asked, until=until, known_at=moment, opd=["*"])
    except Trouble as trouble:  # a measure, dimension, value or month that is not there
        trouble.exit_code = 2
        raise
    if answer["until"] is None:
        of_money = measures.measures()[measure].mart in measures.OF_MONEY
        say("tanpa_realisasi" if of_money else "tanpa_pegawai", language(lang))
    if json or format is Shape.json:
        put(answer)
    elif format is Shape.csv and answer["rows"]:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(answer["rows"][0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(answer["rows"])
    elif format is Shape.table and answer["rows"]:
        typer.echo(plain(answer["rows"]))


@spoken
def measures_(*, json: Json = False, lang: Lang = None) -> None:
    """The measures and dimensions that can be asked for."""
    from pipelines import measures

    tongue = language(lang)
    rows: list[dict[str, Any]] = [
        {"id": m.id, "label": getattr(m.label, tongue), "unit": m.satuan, "dimensions": list(measures.splits(m))}
        for m in measures.measures().values()
    ]
    dimensions = [{"id": d.id, "label": getattr(d.label, tongue)} for d in measures.dimensions().values()]
    if json:
        put({"measures": rows, "dimensions": dimensions})
    else:
        listed = [{**row, "dimensions": ", ".join(row["dimensions"])} for row in rows]
        typer.echo(plain(listed) + "\n\n" + plain(dimensions))


def _day(said: str) -> date | datetime:
    try:
        return date.fromisoformat(said) if len(said) <= 10 else datetime.fromisoformat(said)
    except ValueError:
        raise Misuse("perintah.tanggal_salah", nilai=said) from None


def _pairs(said: list[str]) -> dict[str, str]:
    pairs = {}
    for pair in said:
        name, sign, value = pair.partition("=")
        if not sign:
            raise Misuse("perintah.saringan_salah", nilai=pair)
        if name.strip() in pairs:  # the second would silently stand for both
            raise Misuse("perintah.saringan_ganda", nama=name.strip())
        pairs[name.strip()] = value.strip()
    return pairs


def build_to_ask(ws: Workspace, known_at: date | datetime | None) -> Build:
    """The build to answer from: the served one, or the one of what was known at a time, made if need be."""
    from pipelines import publish
    from pipelines.build import build as run

    made = run(ws, known_at=known_at) if known_at else publish.current(ws)
    if made is None:
        raise Trouble("perintah.belum_ada_build", home=ws.home)
    return made
