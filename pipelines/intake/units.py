"""Which unit the rows belong to: the code in the file, or the person's answer, or a question."""

from __future__ import annotations

from collections.abc import Mapping

from pipelines.intake.out import Out


def settle_units(out: Out, found: set[str], names: Mapping[str, str]) -> dict[str, str | None]:
    """The unit code to store for each unit the file names ('' where it names none); None while it is asked."""
    given = out.answers.opd
    named = {unit for unit in found if unit}
    stored: dict[str, str | None] = {unit: unit for unit in found}
    if given and len(named) > 1:
        out.problem("OPD_JAWABAN_DIABAIKAN", read=given, jumlah=len(named))
    elif given:
        if named and given not in named:
            out.problem("OPD_BERBEDA", read=next(iter(named)), jawaban=given)
        stored = dict.fromkeys(found, given)
    if "" in found and stored[""] in ("", None):
        suggestion = next(iter(named)) if len(named) == 1 else next((n for n in names.values() if n), None)
        out.ask("opd", suggestion=suggestion, reason="alasan_opd_nama" if suggestion else None)
        stored[""] = None
    if len(set(stored.values())) == 1 and None not in stored.values():
        out.resolve(opd=next(iter(stored.values())))
    for unit, code in stored.items():
        if code and names.get(unit):
            out.names[code] = names[unit]
    return stored
