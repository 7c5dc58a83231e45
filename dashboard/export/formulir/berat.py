"""What a form will weigh, before it is made: its lines, and about how large and how slow its files then are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from dashboard.query import Ask
from dashboard.topics.indikator import quarter
from dashboard.view import View

_PLAN = "select kode_opd, count(*) as n from app.evaluasi_renja where tahun = ? and triwulan = ? group by kode_opd"
_TARGETS = "select kode_opd, lingkup, count(*) as n from app.lkjip where tahun = ? and triwulan = ? group by all"
# Measured on the forms of the sample (1.795 lines); a short .pdf is its fonts and tags, below a tenth of a MB.
_MB = {"xlsx": Decimal("0.00017"), "pdf": Decimal("0.00125")}
_SECONDS = {"xlsx": Decimal("0.0006"), "pdf": Decimal("0.0036")}
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Berat:
    """The lines of a form, the MB of its file and the seconds it takes to make."""

    baris: int
    mb: Decimal
    detik: int

    @property
    def ringan(self) -> bool:
        """Whether it is so small that its size needs no words."""
        return self.mb < 1 and self.detik <= 1


def lines(kind: str, ask: Ask, view: View) -> int:
    """How many lines a form has for the OPD that is open, else for those of the group that the reader may see."""
    when, members = quarter(view), ask.members(view)
    found = ask.run(_TARGETS if kind == "lkjip" else _PLAN, when.tahun, when.nomor)
    wanted = {view.opd} if view.opd else members
    kept = (row for row in found if view.opd is None or row.get("lingkup") != "daerah")
    return sum(
        int(row["n"]) for row in kept if wanted is None or row["kode_opd"] in wanted or row.get("lingkup") == "daerah"
    )


def weight(baris: int, form: str) -> Berat:
    """About what a file (xlsx, pdf) of so many lines weighs."""
    mb = (baris * _MB[form]).quantize(_TENTH, ROUND_CEILING)
    return Berat(baris, mb, int((baris * _SECONDS[form]).to_integral_value(ROUND_CEILING)))
