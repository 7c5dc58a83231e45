"""Rules that write sentences, as files: what is refused and how, whose rule counts, where every fact comes from."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from dashboard.figures.figure import Unit as Written
from dashboard.screens import data, pages
from dashboard.topics import fakta as board
from dashboard.topics import rapat_janji
from dashboard.topics.papan import Unit
from dashboard.view import PARAMS, View
from pipelines import aturan_pertanyaan, fakta
from pipelines.aturan_pertanyaan import FILE, built_in, own, parsed, table
from pipelines.build import build
from pipelines.trouble import Trouble
from pipelines.workspace import open_workspace
from tests.models.world import World

GOOD = """
[[coba]]
berlaku = 2020-01-01
jenis = ["pertanyaan"]
subjek = ["opd"]
urutan = 1
nama = { id = "coba", en = "try" }
bila = [["serapan", "<", 10]]
berat = "-serapan"
sejak = "posisi"
kalimat = { id = "serapan {serapan}", en = "absorption {serapan}" }
tanya = { id = "mengapa?", en = "why?" }
bukti = { halaman = "profil_opd", bagian = "keadaan", sub = "sub1_kode" }
dasar = { id = "Perbup 7/2026", en = "Regulation 7/2026" }
tag = "pemda"
"""


@pytest.fixture(scope="module")
def world() -> World:
    return World({})


def refused(home: Path, text: str) -> Trouble:
    (home / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(Trouble) as told:
        own(home)
    return told.value


@pytest.mark.parametrize(
    ("instead", "by", "says"),
    [
        ('["serapan", "<", 10]', '["serapam", "<", 10]', "serapam"),
        ('["serapan", "<", 10]', '["serapan", "<", "pagu_murni"]', "tidak dapat dibandingkan"),
        ('["serapan", "<", 10]', '["serapan", "<", "targit"]', "targit"),
        ('["serapan", "<", 10]', '["serapan", "kira-kira", 10]', "kira-kira"),
        ('["serapan", "<", 10]', '["serapan", "<"]', "tidak lengkap"),
        ('["serapan", "<", 10]', '["serapan", "ada", 10]', "tidak lengkap atau berlebih"),
        ('["serapan", "<", 10]', '["serapan", "<", true]', "tidak dapat dibandingkan"),
        ('["serapan", "<", 10]', '["warna", "=", "ungu"]', "tidak dapat dibandingkan"),
        ('["serapan", "<", 10]', '["warna", "<", "merah"]', "tidak dapat dibandingkan"),
        ('["serapan", "<", 10]', '["dilaporkan", "<", false]', "tidak dapat dibandingkan"),
        ('["serapan", "<", 10]', '["warna", "=", "warna_lalu", 2]', "tidak dapat dibandingkan"),
        ('bila = [["serapan", "<", 10]]', "bila = []", "bila"),
        ('"serapan {serapan}"', '"serapan {serapam}"', "serapam"),
        ('"serapan {serapan}"', '"serapan {serapan:kasar}"', "serapan:kasar"),
        ('"serapan {serapan}"', '"serapan {serapan"', "tidak dapat ditulis"),
        ('"serapan {serapan}"', '"serapan {serapan.real}"', "serapan.real"),
        ('"serapan {serapan}"', '"serapan {posisi:besar}"', "posisi:besar"),
        ('"serapan {serapan}"', '"serapan"', "tidak memakai fakta yang sama"),
        ('berat = "-serapan"', 'berat = "posisi"', "bukan angka"),
        ('tanya = { id = "mengapa?", en = "why?" }', "", "tidak punya tanya"),
        ('halaman = "profil_opd"', 'halaman = "profil"', "halaman bukti profil"),
        ('bagian = "keadaan"', 'bagian = "kedaan"', "kedaan"),
        ('sub = "sub1_kode"', 'opd = "sub1_kode"', "tidak menerima opd"),
        ('jenis = ["pertanyaan"]', 'jenis = ["ramalan"]', "jenis"),
        ("urutan = 1", "urutan = 1\nwarna = 3", "warna"),
        ("berlaku = 2020-01-01", "berlaku = 2020-01-01\nsampai = 2019-01-01", "tidak urut"),
        ("[[coba]]", "[coba]", "[[coba]]"),
    ],
)
def test_a_broken_rule_is_refused_by_its_name(tmp_path: Path, instead: str, by: str, says: str) -> None:
    assert instead in GOOD
    told = refused(tmp_path, GOOD.replace(instead, by, 1))
    assert says in told.say("id")
    assert "aturan coba" in told.say("id")
    assert "rule coba" in told.say("en")
    assert FILE in told.say("id")


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    assert FILE in refused(tmp_path, "[[coba]\n").say("id")


def test_two_values_of_a_rule_may_not_share_a_day(tmp_path: Path) -> None:
    assert "tidak urut" in refused(tmp_path, GOOD + GOOD).say("id")


def test_the_pemdas_rule_counts_instead_of_ours_adds_and_switches_off(tmp_path: Path) -> None:
    off = GOOD.replace("[[coba]]", "[[selisih_kontrol]]").replace('jenis = ["pertanyaan"]', "jenis = []")
    (tmp_path / FILE).write_text(GOOD.replace("[[coba]]", "[[tertinggal]]") + GOOD + off, encoding="utf-8")
    rows = {row["kunci"]: row for row in table(tmp_path).to_pylist()}
    assert len(rows) == len(built_in()) + 1
    assert {key for key, row in rows.items() if row["asal"] == "pemda"} == {"tertinggal", "coba", "selisih_kontrol"}
    assert parsed(rows["tertinggal"]["isi"]).kalimat.id == "serapan {serapan}"
    assert rows["tertinggal"]["aturan_id"] == "tertinggal@2020-01-01"
    assert rows["tertinggal"]["dasar_hukum"] == "Perbup 7/2026"
    assert rows["tertinggal"]["nomor"] == list(built_in()).index("tertinggal")
    assert parsed(rows["selisih_kontrol"]["isi"]).jenis == ()


def test_a_build_bears_the_mark_of_the_pemdas_rules(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path)
    before = build(ws)
    (tmp_path / FILE).write_text(GOOD, encoding="utf-8")
    after = build(ws)
    assert after.id != before.id
    (tmp_path / FILE).write_text(GOOD.replace("serapan", "serapam"), encoding="utf-8")
    with pytest.raises(Trouble, match="serapam"):
        build(ws)
    (tmp_path / FILE).write_text(GOOD, encoding="utf-8")
    assert build(ws).id == after.id


def test_a_rule_comes_back_from_the_build_as_it_went_in() -> None:
    for row in table().to_pylist():
        again, was = parsed(row["isi"]), built_in()[row["kunci"]][0]
        assert again == was
        assert again.syarat == was.syarat


def test_a_day_is_compared_as_a_day(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(GOOD.replace('["serapan", "<", 10]', '["bup", "<", 2026-12-01]'), encoding="utf-8")
    (row,) = (row for row in table(tmp_path).to_pylist() if row["kunci"] == "coba")
    (condition,) = parsed(row["isi"]).syarat
    assert condition.met({"bup": date(2026, 11, 30)})
    assert not condition.met({"bup": date(2026, 12, 1)})


def test_a_month_is_judged_by_the_rule_of_that_month(tmp_path: Path) -> None:
    later = GOOD.replace("2020-01-01", "2026-07-01").replace("10]]", "20]]")
    (tmp_path / FILE).write_text(GOOD + later, encoding="utf-8")
    ends = [
        (r["berlaku_mulai"], r["berlaku_sampai"]) for r in table(tmp_path).to_pylist() if r["kunci"] == "coba"
    ]  # fmt: skip
    assert ends == [(date(2020, 1, 1), date(2026, 7, 1)), (date(2026, 7, 1), None)]


def test_every_fact_is_filled_or_reserved(world: World) -> None:
    own = {field.name for field in fields(Unit)}
    seen = board.of_view(View(2026, 4))
    for name, one in fakta.fakta().items():
        if one.dari == "papan":
            assert name in own, name
        elif one.dari.startswith("fakta_"):
            assert world.run(f"select {name} from app.{one.dari}") == [], name
        else:
            assert one.dari == "pandangan", name
            assert name in seen, name


def test_every_fact_has_a_unit_that_figures_write() -> None:
    own = {"ya", "janji"}  # yes or no; a promise, which the figures of promises write
    assert set(get_args(fakta.Satuan)) - own <= set(get_args(Written))
    assert rapat_janji.said("serapan|75.0000|", "id") == "serapan 75,00 %"
    assert rapat_janji.said("realisasi|6180000000.0000|", "en") == "spending Rp6.18 bn"
    assert rapat_janji.said("indikator|84.8400|Sampah | tertangani", "id") == "Sampah | tertangani 84,84"


def test_evidence_stands_on_registered_pages() -> None:
    parts: dict[str, set[str]] = {topic.name: {part for part, _ in topic.parts} for topic in pages.TOPICS}
    parts["data_mutu"] = set(data.PARTS)
    for name, page in fakta.bukti().items():
        assert name in parts, name
        assert set(page.bagian) <= parts[name], name
        assert set(page.isi) <= set(PARAMS.values()), name
    for topic in pages.TOPICS:
        if topic.name in fakta.bukti():
            assert {part for part, _ in topic.parts} == set(fakta.bukti()[topic.name].bagian), topic.name


def test_rules_with_one_place_speak_with_one_tone() -> None:
    places: dict[int, list[Any]] = {}
    for values in built_in().values():
        places.setdefault(values[-1].urutan, []).append(values[-1])
    for of in places.values():
        assert len({"prioritas" in one.jenis for one in of}) == 1


def test_built_in_rules_name_their_basis_and_tag() -> None:
    for key, values in built_in().items():
        for one in values:
            assert one.tag in ("X", "C2"), key
            assert one.tag != "X" or one.dasar.id.startswith("Pilihan kami"), key
    assert aturan_pertanyaan.table().num_rows == sum(len(values) for values in built_in().values())
