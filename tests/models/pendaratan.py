"""A region whose year-ends are known: 25 OPD that go the same way each year, and miss it by two points in December."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from tests.models.world import Row, World, hari, opd, pagu, rak, realisasi

CEILING = 1_000_000
USUAL = tuple(7 * month for month in range(1, 12))  # percent of the ceiling by November
END = 90  # and by December, in the first year
MISS = 2  # points that ten OPD fall short of what was to be expected, and ten exceed it; five end as expected
YEARS = (2023, 2024, 2025)
NOW, MONTH = 2026, 10


def signs() -> Iterator[tuple[str, int]]:
    """Each OPD with the side to which it misses."""
    for n in range(25):
        yield f"OPD{n + 1:02d}", (-1 if n < 10 else 0 if n < 15 else 1)


def ends(sign: int) -> tuple[Decimal, ...]:
    """The year-ends of 2023, 2024 and 2025 in percent: each time the expected one and the miss."""
    second = Decimal(END + sign * MISS)
    return Decimal(END), second, (END + second) / 2 + sign * MISS


def year(kode: str, tahun: int, percents: Sequence[float | Decimal | None], amount: int = CEILING) -> Iterator[Row]:
    """The cumulative reports of one OPD and year, None where it did not report; percents of `amount`."""
    for month, percent in enumerate(percents, 1):
        if percent is not None:
            yield realisasi(kode, month, str(Decimal(str(percent)) * amount / 100), tahun=tahun)


def background(times: int = 1, *, until: int = 2025) -> dict[str, list[Row]]:
    """The raw rows of the 25 OPD, all rupiah times `times`; years after `until` are left out, 2026 is not in it."""
    rows: dict[str, list[Row]] = {"opd": [], "pagu": [], "rak": [], "realisasi": []}
    for kode, sign in signs():
        rows["opd"].append(opd(kode))
        for tahun, end in zip(YEARS, ends(sign), strict=True):
            if tahun <= until:
                rows["pagu"].append(pagu(kode, CEILING * times, tahun=tahun))
                rows["realisasi"] += year(kode, tahun, (*USUAL, end), CEILING * times)
    return rows


def running(kode: str, percents: Sequence[float | None], *, amount: int = CEILING) -> dict[str, list[Row]]:
    """The running year of one OPD: its ceiling, an even cash plan, and what it reported."""
    return {
        "opd": [opd(kode)],
        "pagu": [pagu(kode, amount, tahun=NOW)],
        "rak": rak(kode, [amount * 8 // 100] * 11 + [amount * 12 // 100], tahun=NOW) if amount else [],
        "realisasi": list(year(kode, NOW, percents, amount)),
    }


def joined(*parts: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The raw rows of several parts together; an OPD of two of them is in the master once."""
    found: dict[str, list[Row]] = {}
    for part in parts:
        for name, rows in part.items():
            kept = found.setdefault(name, [])
            seen = {row["kode_opd"] for row in kept} if name == "opd" else set()
            kept += [row for row in rows if name != "opd" or row["kode_opd"] not in seen]
    return found


def whole(times: int = 1) -> World:
    """The 25 OPD with their running year to October, each at the usual 70 percent but the last, far behind."""
    parts = [background(times)]
    for kode, _ in signs():
        usual = [7 * month * (Decimal("0.5") if kode == "OPD25" else 1) for month in range(1, MONTH + 1)]
        parts.append(running(kode, usual, amount=CEILING * times))  # type: ignore[arg-type]
    return World(joined(*parts))


def landing(world: World, kode: str, *, tahun: int = NOW, bulan: int = MONTH) -> Row:
    """The forecast of one OPD from one month."""
    sql = "select * from app.pendaratan where kode_opd = ? and tahun = ? and bulan = ? and cakupan = 'semua'"
    [row] = world.run(sql, [kode, tahun, bulan], opd=["*"])
    return row


def merged(kode: str, into: str, day: str) -> Row:
    """A unit of the master that another took over."""
    more: dict[str, Any] = {"berlaku_sampai": hari(day), "digabung_ke": into}
    return opd(kode, **more)
