"""Which figures make which meeting's material, in the order in which the meeting asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dashboard.export import meeting_jpt, meeting_target
from dashboard.export.annex import coverage, missing, reconciliation
from dashboard.export.deck import Cover, Slide
from dashboard.export.meeting_people import people, term
from dashboard.export.meeting_rapat import actions, decisions, earlier, findings, obstacles, of_opd, promises
from dashboard.export.meeting_setda import setda
from dashboard.export.meeting_target import hundred_days, targets
from dashboard.export.meeting_wilayah import areas
from dashboard.export.pack import Called, Pack
from dashboard.export.wording import known
from dashboard.figures.figure import Figure, Lang, Ranking
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import aturan, peringkat, pertanyaan, profil_opd, ringkasan, serapan
from dashboard.topics import jpt as topic
from dashboard.topics import seratus_hari as topic_seratus
from dashboard.view import View
from pipelines.catalogue import text

# One slide or more each, in the order a TEPRA meeting asks: topics put the tags on their figures.
_TEPRA = (
    "posisi", "pendaratan", "warna", "terendah", "tertinggi", "peringkat", "peringatan", "kelompok", "jenis",
    "sumber_dana", "fisik",
)  # fmt: skip
_PAPER = ("aturan.ukuran",)
_ENDS = ("terendah", "tertinggi")  # their tables, with the reasons, stand below the picture


def tepra(ask: Ask, view: View, called: Called) -> Pack:
    """One page for the Sekda, where everyone stands, who is called, and what proves it."""
    lang = view.lang
    found = [
        *ringkasan.figures(ask, view),
        *peringkat.figures(ask, view),
        *serapan.figures(ask, view),
        *aturan.figures(ask, view),
    ]
    title = text("ekspor.judul_tepra", lang, bulan=month(view.until, lang))
    subtitle = _subtitle(found, lang)
    before = actions(ask, view)
    made: list[Slide | Cover] = [Cover(title, subtitle), *before.slides]
    summary = _tagged(found, "tepra.ringkasan")
    if summary:
        made.append(Slide(summary))
    sections = {section: _tagged(found, f"tepra.{section}") for section in _TEPRA}
    sections["posisi"] += sections.pop("pendaratan")
    for section in _repeated(sections):
        del sections[section]
    for section, figures in sections.items():
        made += _section(section, tuple(figure for figure in figures if not figure.empty), view.lang)
    parts = [about(ask, view) for about in (targets, areas, people, promises, obstacles)]
    made += [slide for part in parts for slide in part.slides]
    names = dict.fromkeys((*_lowest(found), *called.opd))
    for code in names:
        own = replace(view, opd=code, program=None, kegiatan=None, sub=None)
        page = profil_opd.figures(ask, own)
        made += [*_page(page, questions(ask, own, code)), *term(page, view), *of_opd(page, view)]
    made.append(Slide((decisions(ask, view),)))
    audited = findings(ask, view)
    annex = [*_tagged(found, "tepra.lampiran"), coverage(ask, view), reconciliation(ask, view)]
    unseen = [figure for part in parts for figure in part.silent]
    annex += _missing([*(figure for figures in sections.values() for figure in figures), *unseen], ask, view)
    parts += [before, audited]
    more = (*(one for one in annex if one.id in _PAPER), *(one for part in parts for one in part.more))
    contents = (text("ekspor.lampiran_isi", lang), *known((found[0].provenance,), lang))
    made.append(Cover(text("ekspor.lampiran", lang), " · ".join(contents)))
    made += [*audited.slides, *(Slide((figure,)) for figure in annex if figure not in more)]
    return Pack("tepra", title, subtitle, tuple(made), more)


def opd(ask: Ask, view: View, called: Called) -> Pack:
    """What each called OPD brings to its meeting: its page, then every figure about it."""
    lang = view.lang
    codes: tuple[str | None, ...] = tuple(dict.fromkeys((*((view.opd,) if view.opd else ()), *called.opd)))
    made: list[Slide | Cover] = []
    every: list[Figure] = []
    for code in codes or (None,):
        chosen = replace(view, opd=code, program=None, kegiatan=None, sub=None)
        found = profil_opd.figures(ask, chosen)
        page = [*_page(found, questions(ask, chosen, code)), *term(found, view), *of_opd(found, view)] if code else []
        shown = {figure.id for slide in page for figure in slide.figures}
        rest = [figure for figure in found if figure.id not in shown]
        made += [*page, *(Slide((figure,)) for figure in rest if not figure.empty or not code)]
        made += [Slide((figure,)) for figure in _missing(rest if code else (), ask, chosen)]
        every += found
    when = month(view.until, lang)
    title, subtitle = text("ekspor.judul_opd", lang, nama=every[0].provenance.scope, bulan=when), _subtitle(every, lang)
    if len(codes) > 1:  # each slide says whose it is
        title = text("ekspor.judul_opd_banyak", lang, n=len(codes), bulan=when)
        every_one = ask.provenance(replace(view, opd=None))
        subtitle = " · ".join((every_one.as_of, *known([every_one], lang)))
    return Pack("opd", title, subtitle, (Cover(title, subtitle), *made))


def jpt(ask: Ask, view: View, called: Called) -> Pack:
    """How the posts of high officials are held, what asks for attention, and one page for each official."""
    lang = view.lang
    units = called.opd or ((view.opd,) if view.opd else ())
    whole = everybody(view)
    found = topic.figures(ask, whole)
    asked = meeting_jpt.holders(ask, whole, units) if called.pejabat is None else called.pejabat
    people = {code: one for code in asked if (one := meeting_jpt.person(ask, whole, code)) is not None}
    title, subtitle = text("jpt.judul", lang, bulan=month(view.until, lang)), _subtitle(found, lang)
    shown = [*earlier(ask, whole, "evaluasi JPT"), *(figure for figure in found if not figure.empty)]
    annex = [coverage(ask, whole), *_missing(found, ask, whole)]
    contents = (text("jpt.lampiran_isi", lang), *known((found[0].provenance,), lang))
    made: tuple[Slide | Cover, ...] = (
        Cover(title, subtitle),
        *(Slide((figure,)) for figure in shown),
        *(one.slide for one in people.values()),
        Slide((decisions(ask, whole),)),
        Cover(text("ekspor.lampiran", lang), " · ".join(contents)),
        *(Slide((figure,)) for figure in annex),
    )
    sheets = (*shown, *meeting_jpt.together(tuple(people.values()), whole), *annex)
    return Pack("jpt", title, subtitle, made, sheets=sheets, officials=tuple(people))


def seratus_hari(ask: Ask, view: View, called: Called) -> Pack:
    """The first hundred days: who is on course, one page for each official, verdicts and earlier cohorts."""
    lang = view.lang
    units = called.opd or ((view.opd,) if view.opd else ())
    whole = everybody(view)
    part = hundred_days(ask, whole)
    terms = meeting_target.called(ask, whole, units, called.pejabat)
    left = earlier(ask, whole, "100 hari")
    annex = [coverage(ask, whole), *_missing(part.silent, ask, whole)]
    found = [figure for slide in part.slides for figure in slide.figures]
    title = text("seratus.judul_bahan", lang, bulan=month(view.until, lang))
    contents = (text("seratus.lampiran_isi", lang), *known(((found or annex)[0].provenance,), lang))
    subtitle = _subtitle(found or annex, lang)
    made: tuple[Slide | Cover, ...] = (
        Cover(title, subtitle),
        *(Slide((figure,)) for figure in left),
        *part.slides,
        *(meeting_target.page(ask, whole, term) for term in terms),
        Slide((decisions(ask, whole),)),
        Cover(text("ekspor.lampiran", lang), " · ".join(contents)),
        *(Slide((figure,)) for figure in annex),
    )
    whole_rows = [figure for figure in topic_seratus.figures(ask, whole) if not figure.empty]
    ids = dict.fromkeys(str(term.row["orang_id"]) for term in terms if term.row["orang_id"])
    sheets = (*left, *whole_rows, *annex)
    return Pack("seratus_hari", title, subtitle, made, more=part.more, sheets=sheets, officials=tuple(ids))


KINDS: dict[str, Callable[[Ask, View, Called], Pack]] = {
    "tepra": tepra, "opd": opd, "jpt": jpt, "seratus_hari": seratus_hari, "setda": setda,
}  # fmt: skip


def everybody(view: View) -> View:
    """The view of everyone, with nothing of an OPD or an official opened."""
    opened = {"opd": None, "program": None, "kegiatan": None, "sub": None}
    return replace(view, **opened, pejabat=None, jabatan=None, pelantikan=None)  # type: ignore[arg-type]


def _subtitle(found: Sequence[Figure], said_in: Lang) -> str:
    said = found[0].provenance
    return " · ".join(part for part in (said.as_of, *known([said], said_in), said.scope, said.coverage) if part)


def _missing(found: Sequence[Figure], ask: Ask, view: View) -> list[Figure]:
    """What cannot be shown, in one figure instead of an empty slide each; nothing where all can."""
    silent = [figure for figure in found if figure.empty]
    return [missing(silent, ask, view)] if silent else []


def _tagged(found: Sequence[Figure], tag: str) -> tuple[Figure, ...]:
    return tuple(figure for figure in found if tag in figure.tags)


def _section(name: str, found: tuple[Figure, ...], lang: Lang) -> list[Slide]:
    """The slides of one section: the fuller of two curves under the year-end, groups side by side, the rest alone."""
    if not found:
        return []
    if name == "posisi":
        ends = tuple(figure for figure in found if "tepra.pendaratan" in figure.tags)
        curves = tuple(figure for figure in found if figure not in ends)
        return [Slide((*ends, *curves[-1:]))]
    if name == "peringatan":
        kinds = replace(found[0], title=text("pertanyaan.menurut_jenis", lang))  # its finding is the slide's
        return [Slide((kinds, *found[1:]), title=found[0].title)]
    if name in _ENDS:
        return [Slide(found, below=True)]
    if name == "kelompok" and len(found) == 2:
        return [Slide(found, title=text("ekspor.judul_kelompok", lang))]
    return [Slide((figure,)) for figure in found]


def _repeated(sections: dict[str, tuple[Figure, ...]]) -> list[str]:
    """The sections that say again what the lowest say, because there are not more OPD than those."""
    counts = {
        name: sum(len(figure.chart.dots) for figure in found if isinstance(figure.chart, Ranking))
        for name, found in sections.items()
    }
    few = 0 < counts["peringkat"] <= counts["terendah"]
    return ["tertinggi", "peringkat"] if few else []


def _lowest(found: Sequence[Figure]) -> list[str]:
    """The codes of the OPD at the lower end, as the ranking names them."""
    ends = [figure.chart for figure in _tagged(found, "tepra.terendah")]
    return [dot.key for chart in ends if isinstance(chart, Ranking) for dot in chart.dots]


def questions(ask: Ask, view: View, code: str) -> tuple[str, ...]:
    """What the speaker is given to ask an OPD."""
    return pertanyaan.spoken(pertanyaan.pertanyaan(ask, view, code), view.lang)


def _page(found: Sequence[Figure], spoken: tuple[str, ...]) -> list[Slide]:
    """One slide for an OPD: its numbers on top, its year on the left, what holds it back on the right."""
    wanted = ("profil_opd.kartu", "profil_opd.kurva", "profil_opd.sub_terburuk")
    shown = tuple(figure for one in wanted for figure in found if figure.id == one)
    return [Slide(shown or tuple(found[:1]), spoken=spoken)]
