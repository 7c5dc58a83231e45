"""The Sekda's meeting with his bagian: what is left to do, where the Setda and each bagian stand, posts, obstacles."""

from __future__ import annotations

from dashboard.export.annex import missing
from dashboard.export.deck import Cover, Slide
from dashboard.export.meeting_rapat import actions, decisions, findings, obstacles, promises
from dashboard.export.pack import Called, Pack
from dashboard.export.wording import known
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import profil_opd, rapat_hari, setda_jabatan
from dashboard.topics import setda as topic
from dashboard.view import View
from pipelines.catalogue import text

_PAGE = ("profil_opd.kartu", "profil_opd.kurva", "profil_opd.sub_terburuk")
_ANNEX = ("profil_opd.aturan", "profil_opd.sumber", "profil_opd.rekonsiliasi")


def setda(ask: Ask, view: View, called: Called) -> Pack:
    """The pack of the secretariat that has units; one that says what to import where none has."""
    lang = view.lang
    whole = topic.of(ask, view)
    title = text("setda.judul_bahan", lang, bulan=month(view.until, lang))
    if whole is None:
        nothing = topic.nothing(ask, view)
        said = nothing.provenance
        subtitle = " · ".join((said.as_of, *known((said,), lang), said.scope))
        return Pack("setda", title, subtitle, (Cover(title, subtitle), Slide((missing([nothing], ask, view),))))
    own = topic.figures(ask, whole)
    profile = profil_opd.figures(ask, whole)
    parts = [about(ask, whole) for about in (actions, promises, obstacles, findings)]
    left, promised, held, audited = parts
    made: list[Slide | Cover] = [*left.slides]
    page = tuple(figure for id in _PAGE for figure in profile if figure.id == id and not figure.empty)
    if page:
        made.append(Slide(page))
    made += [Slide((figure,)) for figure in own if figure.id in ("setda.peringkat", "setda.kunjungan")]
    made += [
        *promised.slides,
        *(Slide((one,)) for one in setda_jabatan.figures(ask, whole)),
        *held.slides,
        Slide((decisions(ask, whole),)),
    ]
    shown = [figure for slide in made if isinstance(slide, Slide) for figure in slide.figures]
    annex = [figure for figure in profile if figure.id in _ANNEX]
    silent = [figure for figure in (*own, *annex) if figure.empty]
    contents = (text("setda.lampiran_isi", lang), *known((shown[0].provenance,), lang))
    subtitle = " · ".join((rapat_hari.per(whole), *known((shown[0].provenance,), lang), shown[0].provenance.scope))
    return Pack(
        "setda", title, subtitle,
        (
            Cover(title, subtitle), *made, Cover(text("ekspor.lampiran", lang), " · ".join(contents)), *audited.slides,
            *(Slide((figure,)) for figure in annex if not figure.empty),
            *(Slide((one,)) for one in ([missing(silent, ask, whole)] if silent else [])),
        ),
        more=tuple(figure for part in parts for figure in part.more),
    )  # fmt: skip
