"""What one called official is sent beforehand: the page of the meeting, then promises, actions and targets in full."""

from __future__ import annotations

from dashboard.export.annex import missing
from dashboard.export.deck import Cover, Slide
from dashboard.export.meeting_jpt import kept, person
from dashboard.export.pack import Pack
from dashboard.export.wording import known
from dashboard.look import month
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text

# What the page before says only in short, in this order; with the columns that a page upright has room for.
_REST: dict[str, tuple[str, ...] | None] = {
    "pejabat.komitmen": ("opd", "janji", "kini", "putusan", "kurang", "hitung"),
    "pejabat.tindak_lanjut": ("uraian", "tenggat", "hari", "keadaan", "diteruskan", "rapat"),
    "pejabat.seratus": ("target", "kemajuan", "per", "putusan", "catatan"),
    "pejabat.pk": None,
    "pejabat.layanan": None,
    "pejabat.tim": None,
    "pejabat.pertanyaan": None,
}
_NOTHING = "pejabat.perhatian"  # empty where nothing asks for attention: no data are missing


def pejabat(ask: Ask, view: View, orang_id: str) -> Pack | None:
    """The paper of one official; None for one of whom no post is known in this month."""
    one = person(ask, view, orang_id)
    if one is None:
        return None
    lang, by_id = view.lang, {figure.id: figure for figure in one.found}
    title = text("jpt.judul_kertas", lang, nama=one.who, jabatan=one.post, bulan=month(view.until, lang))
    said = one.slide.figures[0].provenance
    subtitle = " · ".join((said.as_of, *known((said,), lang)))
    rest = [kept(by_id[id], names) if names else by_id[id] for id, names in _REST.items() if id in by_id]
    silent = [figure for figure in one.silent if figure.id != _NOTHING]
    rest += [missing(silent, ask, view)] if silent else []
    return Pack("pejabat", title, subtitle, (Cover(title, subtitle), one.slide, *(Slide((one,)) for one in rest)))
