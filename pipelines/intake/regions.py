"""Which pemda a title names: one spelling for "PEMERINTAH KAB. CONTOH", "Kabupaten Contoh" and "KAB CONTOH"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KINDS = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "provinsi": "provinsi", "propinsi": "provinsi",
          "prov": "provinsi"}  # fmt: skip
# What follows the name where the title runs on in one line.
_AFTER = (
    r"apb[dn]|apba|papbd|p|murni|perubahan|pergeseran|tahun|thn|ta|t|bulan|periode|per|s|sd|triwulan|semester|"
    r"provinsi|propinsi|prov|kabupaten|kab|kota|dinas|badan|kantor|kecamatan|kec|inspektorat|sekretariat|satuan|bagian|"
    r"bidang|rsud|rumah|uptd?|puskesmas|kelurahan|rekap\w*|laporan|rencana|realisasi|anggaran|belanja|data|menurut|"
    r"berdasarkan|unit|skpd|opd|rp|dalam|untuk|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"november|desember|nomor|no"
)
_NAME = rf"(?P<name>[a-z'’`-]+(?:[ ](?!(?:{_AFTER})\b)[a-z'’`-]+){{0,4}})"
_FIRST = rf"(?!(?:{_AFTER})\b)"
# "Kota" also stands in names of offices and villages: it counts at the start of a line or behind these words.
_ANY = "kabupaten|kab|provinsi|propinsi|prov"
_PLACE = re.compile(
    rf"(?:\b(?:pemerintah|pemkab|pemkot|pemprov)(?: daerah)? |^|\bdaerah )(?P<kind>{_ANY}|kota) {_FIRST}{_NAME}"
)
_INSIDE = re.compile(rf"(?<!kota )\b(?P<kind>{_ANY}) {_FIRST}{_NAME}")


def region(titles: Sequence[str]) -> str | None:
    """The pemda that title lines name, kind first and in lower case; None where they name none.

    A kabupaten or kota goes before the province that is named beside it.
    """
    found = [place for line in titles for place in _places(line)]
    return next((place for place in found if not place.startswith("provinsi")), next(iter(found), None))


def _places(line: str) -> list[str]:
    text = re.sub(r"[^a-z0-9'’`()-]+", " ", line.lower()).replace("(", " ( ").strip()
    text = re.sub(r" +", " ", text)
    found = sorted([*_PLACE.finditer(text), *_INSIDE.finditer(text)], key=lambda match: match.start("kind"))
    return [f"{_KINDS[match['kind']]} {match['name'].strip(' -')}" for match in found]
