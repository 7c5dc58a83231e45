"""Words of the contracts as a reader's language says them: how somebody was appointed, why somebody owes no SKP."""

from __future__ import annotations

from dashboard.figures.figure import Lang
from pipelines.catalogue import text
from pipelines.contracts.kepegawaian import CARA, PENGECUALIAN

_WAYS = {way: way.replace(" ", "_") for way in (*CARA, "inpassing", "tidak tertulis")}
_REASONS = {reason.lower(): reason.lower().replace(" ", "_") for reason in PENGECUALIAN}


def way(cara: str | None, lang: Lang) -> str | None:
    """How somebody was appointed; what no contract knows stands as it was written."""
    known = _WAYS.get((cara or "").lower())
    return text(f"jabatan.cara_{known}", lang) if known else cara


def reason(alasan: str, lang: Lang) -> str:
    """Why somebody owes no SKP; what no contract knows stands as it was written."""
    known = _REASONS.get(alasan.lower())
    return text(f"skp.kecuali_{known}", lang) if known else alasan
