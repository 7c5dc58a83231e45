"""Which pages `make shots` opens: every one of the menu in every part, and those on which something is opened."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from dashboard import access, known, query
from dashboard.screens import data, pages
from dashboard.screens.rapat import halaman as rapat
from dashboard.shot_papers import lowest
from dashboard.topics import indikator, wilayah_angka
from dashboard.view import View, from_params, to_params
from pipelines.workspace import Workspace

OWN_PARTS = {"data_mutu": data.PARTS, "rapat": rapat.PARTS}  # of the pages that are no topic


def addresses(ws: Workspace) -> dict[str, str]:
    """Every page by the name of its picture; what is opened on them is what stands worst: OPD, promise, indicator."""
    ask = query.current(ws, scope=access.scope(), lang="id")
    choices = known.choices(ask) if ask else None
    if ask is None or choices is None:
        return {"kosong": "/", "data-mutu": "/data-mutu"}
    view, _ = from_params({}, choices.known)
    view = replace(view, opd=lowest(ask, choices))
    opened = _people(ask, view) | _indicators(ask, view)
    found: dict[str, str] = {}
    for name in pages.ORDER:
        found |= _page(name, name, ask, view)
    for name, (page, seen) in opened.items():
        found |= _page(name, page, ask, seen)
    return found | _steps()


def _page(name: str, page: str, ask: query.Ask, view: View) -> dict[str, str]:
    """A page in each of its parts, with what the view has opened on it."""
    topic = next((topic for topic in pages.TOPICS if topic.name == page), None)
    parts = pages.parts_there(topic, ask, topic.looked_at(view)) if topic else OWN_PARTS.get(page, ())
    opened = {param: value for param, value in to_params(view).items() if param not in ("tahun", "bulan")}
    at = f"/{'' if page == pages.ORDER[0] else pages.address(page)}"
    return {f"{name}-{part}": f"{at}?{urlencode({**opened, 'bagian': part})}" for part in parts} or {
        name: f"{at}?{urlencode(opened)}"
    }


def _steps() -> dict[str, str]:
    """Every sheet of the latest meeting."""
    return {f"rapat-langkah-{step}": f"/rapat?langkah={step}" for step in rapat.LANGKAH}


def _indicators(ask: query.Ask, view: View) -> dict[str, tuple[str, View]]:
    """The promise furthest behind and the macro indicator furthest from its target; none where none is known."""
    red = [one for one in indikator.ours(ask, view, indikator.found(ask, view), "daerah") if one.capaian is not None]
    own = wilayah_angka.own(ask, ask.lang)
    macro = [row for rows in wilayah_angka.series(ask, view, own.kode).values() if (row := wilayah_angka.latest(rows))]
    found = {}
    if red:
        worst = min(red, key=lambda one: (one.capaian, one.kode))
        found["target-indikator"] = ("target", replace(view, indikator=worst.kode))
    if macro:
        last = min(macro, key=lambda row: (row["capaian"] is None, row["capaian"] or 0, row["kode_makro"]))
        found["wilayah-indikator"] = ("wilayah", replace(view, indikator=str(last["kode_makro"])))
    return found


def _people(ask: query.Ask, view: View) -> dict[str, tuple[str, View]]:
    """The head of the OPD and the seat; none where no history is known."""
    sql = "select orang_id, kode_jabatan from app.kepala_opd where tahun = ? and bulan = ? and kode_opd = ?"
    head = next((row for row in ask.run(sql, view.tahun, view.bulan, view.opd) if row["orang_id"]), None)
    if head is None:
        return {}
    seat = replace(view, jabatan=str(head["kode_jabatan"]))
    return {
        "pejabat-satu": ("pejabat", replace(view, pejabat=str(head["orang_id"]))),
        "pejabat-kursi": ("pejabat", seat),
    }
