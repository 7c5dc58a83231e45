"""Situations of targets as data, computed twice: by the formula and by the SQL over all rows; both must agree."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.capaian import capaian, sampai
from tests.models.world import Row, World

FILE = Path(__file__).parent / "situasi_target.toml"
SITUASI: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"), parse_float=Decimal)["situasi"]
NUMBERS = [s for s in SITUASI if "capaian" in s]
NOTHING = ("belum_dilaporkan", "percobaan", "skala_tak_dikenal")  # what has no result at all
SKALA = {"wtp": Decimal(4), "wdp": Decimal(3)}


def _indikator(number: int, s: dict[str, Any]) -> Row:
    return {
        "kode_indikator": f"S{number:02d}", "tahun": 2026, "misi": "Misi", "indikator": s["nama"],
        "satuan": s.get("satuan", "satuan"),
        "arah": s.get("arah", "naik"), "metode": s.get("metode", "terakhir"), "entri": s.get("entri", "kumulatif"),
        "rumus_turun": s.get("rumus"), "skala": s.get("skala"), "target_tahun": s["target"],
    }  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, int], Row]:
    rows: dict[str, list[Row]] = {
        "target_daerah": [_indikator(n, s) for n, s in enumerate(SITUASI)],
        "pk_realisasi": [
            {"kode_indikator": f"S{n:02d}", "tahun": 2026, "triwulan": tw, "realisasi": said or None,
             "percobaan": s.get("percobaan")}
            for n, s in enumerate(SITUASI)
            for tw, said in enumerate(s["tw"], 1)
        ],
        "skala_predikat": [{"skala": "opini", "kode": k.upper(), "nilai": v} for k, v in SKALA.items()],
    }  # fmt: skip
    world = World(rows)
    return {(r["kode_indikator"], r["triwulan"]): r for r in world.run("select * from marts.indikator")}


@pytest.mark.parametrize(("number", "s"), list(enumerate(SITUASI)), ids=[s["nama"] for s in SITUASI])
def test_the_sql_says_what_the_situation_says(
    found: dict[tuple[str, int], Row], number: int, s: dict[str, Any]
) -> None:
    row = found[f"S{number:02d}", len(s["tw"])]
    assert row["sebab_tahun"] == s.get("sebab")
    assert row["capaian_tahun"] == (None if "sebab" in s else Decimal(s["capaian"]))
    if "nilai" in s:
        assert row["nilai"] == s["nilai"]
    assert row["lengkap"] == s.get(
        "lengkap", s.get("sebab") not in ("belum_dilaporkan", "percobaan", "skala_tak_dikenal")
    )


@pytest.mark.parametrize(
    "s", [s for s in SITUASI if "capaian" in s], ids=[s["nama"] for s in SITUASI if "capaian" in s]
)
def test_the_formula_says_the_same(s: dict[str, Any]) -> None:
    def number(said: str) -> Decimal | None:
        return None if not said else SKALA.get(said.lower()) or Decimal(re.sub(r"[^0-9.-]", "", said))

    edges = [number(part) for part in s["target"].replace(" s.d. ", "-").split("-")]
    stands = sampai([number(t) for t in s["tw"]], metode=s.get("metode", "terakhir"), entri=s.get("entri", "kumulatif"))
    assert stands is not None and edges[0] is not None and edges[-1] is not None
    cara = s.get("rumus", "selisih")
    assert capaian(stands, target=(edges[0], edges[-1]), arah=s.get("arah", "naik"), cara=cara) == Decimal(s["capaian"])


def test_in_a_mean_an_attainment_stays_between_nil_and_the_cap(found: dict[tuple[str, int], Row]) -> None:
    # capaian_dinilai goes with the quarter's target; the fourth is the year's
    wanted = {f"S{n:02d}": s["rata"] for n, s in enumerate(SITUASI) if "rata" in s}
    assert wanted and {code: found[code, 4]["capaian_dinilai"] for code in wanted} == wanted
