"""The SQL's own rules: grain told, one subset for two engines below app/, and every code of a colour in the rules."""

from __future__ import annotations

import re

import pytest
import sqlglot
from sqlglot import exp

from pipelines.models import CHECKS, TABLES, VIEWS, Model, models

BELOW_APP = models(TABLES)

# Found to mean something else, or nothing, on the other engine.
ONE_ENGINE_ONLY = {
    "asof join": r"\basof\b",
    "pivot": r"\b(un)?pivot\b",
    "star with replace or exclude": r"\*\s*(replace|exclude)\b",
    "a variable": r"\bgetvariable\b",
    "a list": r"\blist_\w+\(|\[",
    "quantile": r"\bquantile",
    "date_diff of more than days": r"\bdate_?diff\s*\((?!\s*'day')",
    "dayofweek": r"\bdayofweek\b",
    "qualify": r"\bqualify\b",
    "group by all": r"\bgroup by all\b",
    "union by name": r"\bby name\b",
    "a cast with two colons": r"::",
}


@pytest.mark.parametrize("model", BELOW_APP, ids=[m.name for m in BELOW_APP])
def test_a_model_keeps_to_what_both_engines_read(model: Model) -> None:
    body = "\n".join(line for line in model.sql.lower().splitlines() if not line.strip().startswith("--"))
    assert [what for what, pattern in ONE_ENGINE_ONLY.items() if re.search(pattern, body)] == []
    spark = sqlglot.transpile(model.sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    assert len(spark) == 1


EVERY = (*BELOW_APP, *models(VIEWS), *models(CHECKS))


@pytest.mark.parametrize("model", EVERY, ids=[m.name for m in EVERY])
def test_a_model_reads_what_a_parser_sees_it_read(model: Model) -> None:
    tables = sqlglot.parse_one(model.sql, read="duckdb").find_all(exp.Table)
    assert model.reads == {f"{t.db}.{t.name}" for t in tables if t.db} - {model.name}


@pytest.mark.parametrize("model", BELOW_APP, ids=[m.name for m in BELOW_APP])
def test_a_division_never_meets_zero(model: Model) -> None:
    tree = sqlglot.parse_one(model.sql, read="duckdb")
    for division in tree.find_all(exp.Div):
        assert isinstance(division.expression, exp.Nullif | exp.Literal), division.sql()


@pytest.mark.parametrize("model", BELOW_APP, ids=[m.name for m in BELOW_APP])
def test_a_layer_reads_only_what_lies_below_it(model: Model) -> None:
    rank = {"raw": 0, "staging": 1, "core": 2, "marts": 3}
    layer = rank[model.name.split(".")[0]]
    assert [name for name in model.reads if rank[name.split(".")[0]] > layer] == []


def test_every_file_tells_its_grain() -> None:
    for model in BELOW_APP:
        assert re.match(r"(view: )?One row per ", model.heading), model.name
    for model in models(VIEWS):
        assert re.match(r"(One row per|The rows of) ", model.heading), model.name
    for model in models(CHECKS):
        assert re.match(r"(tolak|peringatan): One row per ", model.heading), model.name


def test_every_table_of_a_reader_is_cut_by_scope_or_has_no_opd() -> None:
    named = (
        "nama",
        "aturan",
        "aturan_kinerja",
        "aturan_pertanyaan",
        "aturan_rapat",
        "aturan_target",
        "target_tabel",
        "impor",
        "masalah",
        "bulan",
        "larangan",
        "uji_pendaratan",
    )
    open_to_all = {f"app.{name}" for name in named}
    for model in models(VIEWS):
        cut = "getvariable('opd')" in model.sql or any(name.startswith("app.") for name in model.reads)
        assert cut or model.name in open_to_all, model.name
