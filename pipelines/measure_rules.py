"""By which rule a row of an answer is judged: its colour, and the rules of all months that the rows span."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol, cast

from pipelines.measure_statement import PROFIL, Where, conditions, source

# A colour is that of one OPD in one month; any deeper split of it is judged by nobody.
_JUDGED = {"opd", "bulan", "tahun", "cakupan", "kelompok", "komisi", "profil"}
_RULES = "select distinct tahun, bulan, profil, aturan_id, dasar_hukum from app.rapor order by all"
_COLOURS = (
    "select tahun, bulan, kode_opd, cakupan, profil, warna, aturan_id from app.rapor where profil = coalesce(?, profil)"
)

Key = tuple[int, int, str | None, str, str]  # year, month, OPD, cakupan, profile
Row = dict[str, Any]


class Reads(Protocol):
    """What a question needs of an engine."""

    def run(self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None) -> list[Row]: ...


class Judged:
    """The judgements behind one question: of whom the rows are, in which month, by which profile."""

    def __init__(
        self, reader: Reads, by: Sequence[str], where: Where, at: tuple[int, int], opd: Sequence[str] | None
    ) -> None:
        self._reader, self._opd, self._at = reader, opd, at
        self._where = {name: str(value) for name, value in where.items()}
        coloured = not (set(by) | set(where)) - _JUDGED
        wanted = None if "profil" in by else self._where.get("profil", PROFIL)
        self._verdicts = self._read(wanted) if coloured else {}
        self._alone = self._only() if coloured and "opd" not in by else {}

    def of(self, row: Mapping[str, Any]) -> tuple[str | None, str | None]:
        """The colour of a row and the id of the rule that gave it; none where it is not the row of one OPD."""
        year, month, cakupan, profil = self._place(row)
        unit = row["opd"] if "opd" in row else self._alone.get(year)
        return self._verdicts.get((year, month, unit, cakupan, profil), (None, None))

    def rules(self, rows: Collection[Mapping[str, Any]]) -> str | None:
        """Id and legal basis of every rule that judges a month of the rows, oldest first; None where none does."""
        places = {self._place(row) for row in rows} or {self._place({})}
        asked = {(year, month, profil) for year, month, _, profil in places}
        found = self._reader.run(_RULES, (), opd=self._opd)
        said = [
            f"{one['aturan_id']} · {one['dasar_hukum']}"
            for one in found
            if (one["tahun"], one["bulan"], one["profil"]) in asked
        ]
        return "; ".join(dict.fromkeys(said)) or None

    def _place(self, row: Mapping[str, Any]) -> tuple[int, int, str, str]:
        """Year, month, cakupan and profile of a row, as the filter says where the split does not."""
        year, month = row.get("tahun", self._at[0]), row.get("bulan", self._at[1])
        cakupan = row.get("cakupan", self._where.get("cakupan", "semua"))
        return year, month, cakupan, row.get("profil", self._where.get("profil", PROFIL))

    def _read(self, profil: str | None) -> dict[Key, tuple[str | None, str | None]]:
        found = self._reader.run(_COLOURS, [profil], opd=self._opd)
        names = ("tahun", "bulan", "kode_opd", "cakupan", "profil")
        return {cast(Key, tuple(one[name] for name in names)): (one["warna"], one["aturan_id"]) for one in found}

    def _only(self) -> dict[int, str]:
        """The OPD of each year in which a filter leaves just one; its figures are then that OPD's."""
        params: list[Any] = []
        units = {name: value for name, value in self._where.items() if name in ("opd", "kelompok", "komisi")}
        kept = " and ".join(["true", *conditions("opd_bulan", units, params)])
        sql = f"select f.tahun, min(f.kode_opd) as kode {source('opd_bulan', list(units))} where {kept} group by f.tahun having min(f.kode_opd) = max(f.kode_opd)"  # noqa: E501  names of the catalogue; values are bound
        return {row["tahun"]: row["kode"] for row in self._reader.run(sql, params, opd=self._opd)}
