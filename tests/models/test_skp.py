"""Who owes an SKP and how far it got: rows in, counts out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pipelines import measures
from tests.models.world import Row, World, hari, opd, pagu, rak, realisasi, skp

COUNTS = ("n_pegawai", "n_dikecualikan", "n_wajib", "n_disusun", "n_disetujui", "n_dinilai")


def nip(nomor: str) -> str:
    return f"198001012006041{nomor}"


def pegawai(nomor: str, unit: str, **more: Any) -> Row:
    listed = {"jenis": "PNS", "kode_opd": unit, "tgl_posisi": hari("2025-12-31"), "status_aktif": "Aktif"}
    return {"nip": nip(nomor), "baris": int(nomor), **listed, **more}


def jabatan(nomor: str, unit: str, mulai: str, selesai: str | None = None, **more: Any) -> Row:
    days = {"tmt_mulai": hari(mulai), "tmt_selesai": hari(selesai) if selesai else None}
    post = {"kode_opd": unit, "nama_jabatan": f"Pranata {unit}", "jenis_penugasan": "definitif"}
    return {"nip": nip(nomor), "baris": int(nomor), **days, **post, **more}


def counts(world: World, unit: str, bulan: int = 12, *, jenis: str = "tahunan", tahun: int = 2025) -> tuple[Any, ...]:
    sql = "select * from marts.skp where kode_opd = ? and tahun = ? and bulan = ? and jenis_periode = ?"
    (row,) = world.run(sql, [unit, tahun, bulan, jenis])
    return tuple(row[name] for name in COUNTS)


def test_who_owes_one_is_named_and_who_does_not_has_a_reason() -> None:
    world = World({
        "opd": [opd("A")],
        "pegawai": [
            pegawai("901", "A"), pegawai("902", "A", jenis="PPPK"), pegawai("903", "A", jenis="PPPK paruh waktu"),
            pegawai("904", "A", jenis="CPNS"), pegawai("905", "A", jenis="non-ASN"),
            pegawai("906", "A", jenis="alih daya"), pegawai("907", "A"),
            pegawai("908", "A", status_aktif="Tugas Belajar"), pegawai("909", "A", status_aktif="Pensiun"),
            pegawai("910", "A", bup_tanggal=hari("2026-01-01")),
        ],
        "pengecualian": [
            {"nip": nip("907"), "alasan": "cuti besar", "mulai": hari("2025-11-01"), "baris": 1},
            {"nip": nip("901"), "alasan": "cuti besar", "mulai": hari("2025-03-01"), "selesai": hari("2025-05-31")},
        ],
        "skp": [skp("901", "A", tahun=2025), skp("902", "A", tahun=2025, predikat=None, status="PERSETUJUAN")],
    })  # fmt: skip
    assert counts(world, "A") == (7, 3, 4, 2, 2, 1)
    assert world.table("app.skp_dikecualikan", "alasan", "n") == [("CPNS", 1), ("cuti besar", 1), ("tugas belajar", 1)]
    assert world.table("marts.skp", "distinct dasar_wajib", "rezim") == [("pegawai", "pan6")]


def test_without_a_list_of_staff_those_named_in_the_reports_owe_one() -> None:
    world = World({"opd": [opd("A")], "skp": [skp("901", "A", tahun=2025), skp("902", "A", tahun=2025, predikat=None)]})
    assert counts(world, "A") == (2, 0, 2, 2, 1, 1)
    assert world.table("marts.skp", "distinct dasar_wajib") == [("laporan",)]


def test_a_list_of_staff_speaks_for_a_year_back_and_no_further() -> None:
    listed = [pegawai("901", "A", tgl_posisi=hari("2026-01-31")), pegawai("902", "A", tgl_posisi=hari("2026-01-31"))]
    world = World({
        "opd": [opd("A")], "pegawai": listed,
        "skp": [skp("901", "A", tahun=2025), skp("901", "A", tahun=2022)],
    })  # fmt: skip
    assert counts(world, "A") == (2, 0, 2, 1, 1, 1)
    assert counts(world, "A", tahun=2022)[:3] == (1, 0, 1)


def test_who_moved_in_mid_year_has_two_stretches_and_counts_once_where_the_year_ends() -> None:
    world = World({
        "opd": [opd("A"), opd("B")],
        "skp": [
            skp("901", "A", tahun=2025, mulai=hari("2025-01-01"), selesai=hari("2025-06-30"), predikat="Sangat Baik"),
            skp("901", "B", tahun=2025, mulai=hari("2025-07-01"), selesai=hari("2025-12-31"), predikat="Baik"),
            skp("902", "A", tahun=2025),
        ],
    })  # fmt: skip
    assert world.table("app.skp_orang", "kode_opd", "segmen", "mulai", "selesai", "predikat", "dihitung") == [
        ("A", 1, date(2025, 1, 1), date(2025, 6, 30), "sangat_baik", False),
        ("A", 1, date(2025, 1, 1), date(2025, 12, 31), "baik", True),
        ("B", 2, date(2025, 7, 1), date(2025, 12, 31), "baik", True),
    ]
    assert (counts(world, "A")[2], counts(world, "B")[2]) == (1, 1)


def test_an_skp_that_ended_with_the_old_post_is_not_the_one_of_the_new_post() -> None:
    first = skp("901", "A", tahun=2025, mulai=hari("2025-01-01"), selesai=hari("2025-06-30"))
    moved = {
        "opd": [opd("A"), opd("B")],
        "riwayat_jabatan": [jabatan("901", "A", "2020-01-01"), jabatan("901", "B", "2025-07-01")],
    }
    world = World({**moved, "skp": [first, skp("902", "B", tahun=2025)]})
    assert counts(world, "B") == (2, 0, 2, 1, 1, 1)
    assert world.table("marts.skp", "kode_opd", where="bulan = 1") == [("B",)]


def test_the_history_says_where_somebody_stood_when_the_year_ended() -> None:
    world = World({
        "opd": [opd("A"), opd("B")],
        "pegawai": [pegawai("901", "B", tgl_posisi=hari("2026-03-31"))],
        "riwayat_jabatan": [jabatan("901", "A", "2020-01-01"), jabatan("901", "B", "2026-02-01")],
        "skp": [skp("901", "B", tahun=2025), skp("902", "A", tahun=2025)],
    })  # fmt: skip
    assert counts(world, "A") == (2, 0, 2, 2, 2, 2)
    assert world.table("marts.skp_wajib", "distinct kode_opd") == [("A",)]


def test_an_skp_as_plt_never_adds_a_head() -> None:
    world = World({
        "opd": [opd("A"), opd("B")],
        "skp": [skp("901", "A", tahun=2025), skp("901", "B", tahun=2025, plt=True), skp("902", "B", tahun=2025)],
    })  # fmt: skip
    assert (counts(world, "A")[0], counts(world, "B")[0]) == (1, 1)
    assert world.table("app.skp_orang", "kode_opd", "plt", "dihitung") == [
        ("A", False, True), ("B", False, True), ("B", True, False),
    ]  # fmt: skip


def test_a_plan_file_and_an_evaluation_file_make_one_skp_in_either_order() -> None:
    def files(plan: int, rated: int) -> World:
        return World({
            "opd": [opd("A")],
            "skp": [
                skp("901", "A", tahun=2025, predikat=None, status="PERSETUJUAN", id_sumber="s1", impor=plan),
                skp("902", "A", tahun=2025, predikat=None, status="DRAFT", id_sumber="s2", impor=plan),
                skp("901", "A", tahun=2025, hasil_kerja="sesuai ekspektasi", id_sumber="s1", impor=rated),
            ],
        })  # fmt: skip

    for world in (files(1, 2), files(2, 1)):
        assert counts(world, "A") == (2, 0, 2, 2, 1, 1)
        assert world.table("app.skp_orang", "status", "hasil", "predikat") == [
            ("dinilai", "sesuai", "baik"), ("disusun", None, None),
        ]  # fmt: skip


def test_a_later_file_corrects_an_earlier_one() -> None:
    world = World({
        "opd": [opd("A"), opd("B")],
        "skp": [
            skp("901", "A", tahun=2025), skp("902", "A", tahun=2025), skp("903", "A", tahun=2025),
            skp("901", "A", tahun=2025, predikat="Kurang", impor=2),
            skp("902", "A", tahun=2025, predikat=None, impor=2),  # the evaluation was taken back
        ],
    })  # fmt: skip
    assert world.table("marts.skp_orang", "predikat") == [(None,), ("baik",), ("kurang",)]
    assert counts(world, "A") == (3, 0, 3, 3, 2, 2)


def test_each_opd_may_send_its_own_file() -> None:
    world = World({
        "opd": [opd("A"), opd("B")],
        "skp": [
            skp("901", "B", tahun=2025, mulai=hari("2025-07-01"), predikat="Baik"),
            skp("901", "A", tahun=2025, selesai=hari("2025-06-30"), predikat="Kurang", impor=2),
        ],
    })  # fmt: skip
    assert world.table("marts.skp_wajib", "kode_opd", "predikat") == [("B", "baik")]
    assert world.table("marts.skp_orang", "kode_opd", "predikat") == [("A", "kurang"), ("B", "baik")]


def test_nobody_reported_and_nobody_assessed_are_not_the_same() -> None:
    world = World({
        "opd": [opd("A"), opd("B"), opd("C")],
        "pegawai": [pegawai("901", "A"), pegawai("902", "B"), pegawai("903", "C")],
        "skp": [
            skp("901", "A", tahun=2025, predikat=None, status="PERSETUJUAN"),
            skp("903", "C", tahun=2025, predikat=None, impor=2), skp("904", "C", tahun=2025, impor=2),
        ],
        "pengecualian": [{"nip": nip("904"), "alasan": "lainnya", "mulai": hari("2025-01-01"), "baris": 1}],
    })  # fmt: skip
    assert counts(world, "A") == (1, 0, 1, 1, 1, None)  # no file with evaluations
    assert counts(world, "B") == (1, 0, 1, None, None, None)  # no report names anyone
    assert counts(world, "C") == (2, 1, 1, 1, 0, 0)
    assert world.checks().keys() == {"skp_dikecualikan_dinilai", "skp_di_luar_daftar"}


def test_a_quarter_stands_in_its_own_months_and_apart_from_the_year() -> None:
    quarter = {"jenis_periode": "triwulan", "tahun": 2025}
    world = World({
        "opd": [opd("A")],
        "skp": [
            skp("901", "A", periode=3, **quarter), skp("902", "A", periode=3, predikat=None, **quarter),
            skp("901", "A", tahun=2025, predikat="Sangat Baik"), skp("903", "A", periode=5, **quarter),
        ],
    })  # fmt: skip
    assert counts(world, "A", 8, jenis="triwulan") == (2, 0, 2, 2, 1, 1)
    assert counts(world, "A", 8) == (1, 0, 1, 1, 1, 1)
    months = world.table("marts.skp", "bulan", "periode", where="jenis_periode = 'triwulan'")
    assert months == [(7, 3), (8, 3), (9, 3)]
    assert list(world.checks()) == ["skp_tanpa_periode"]


def test_2021_has_two_regimes_and_later_scores_are_not_read() -> None:
    world = World({
        "skp": [
            skp("901", "A", tahun=2021, predikat=None, nilai_lama="90.5", selesai=hari("2021-06-30")),
            skp("901", "A", tahun=2021, predikat=None, nilai_lama="115", mulai=hari("2021-07-01")),
            skp("901", "A", tahun=2020, predikat=None, nilai_lama="75.4"),
            skp("901", "A", tahun=2022, predikat=None, nilai_lama="118"),
        ],
    })  # fmt: skip
    assert world.table("app.skp_orang", "tahun", "segmen", "rezim", "predikat", "nilai_lama", "dinilai") == [
        (2020, 1, "pp46", "butuh_perbaikan", Decimal("75.4"), True),
        (2021, 1, "pp46", "sangat_baik", Decimal("90.5"), True),
        (2021, 2, "pp30", "baik", Decimal("115"), True),
        (2022, 1, "pan6", None, None, False),
    ]
    assert world.table("marts.skp", "tahun", "rezim", where="bulan = 12") == [
        (2020, "pp46"), (2021, "pp30"), (2022, "pan6"),
    ]  # fmt: skip


def test_a_disagreement_with_the_matrix_is_counted_and_named_and_changes_nothing() -> None:
    rated = {"hasil_kerja": "DI ATAS EKSPEKTASI", "perilaku": "Diatas Ekspektasi", "tahun": 2025}
    world = World({"skp": [skp("901", "A", **rated), skp("902", "A", predikat="Sangat Baik", **rated)]})
    assert world.table("marts.skp", "n_baik", "n_sangat_baik", "n_beda_matriks", where="bulan = 12") == [(1, 1, 1)]
    (found,) = world.checks("skp_beda_matriks")["skp_beda_matriks"]
    assert (found["predikat"], found["predikat_matriks"]) == ("baik", "sangat_baik")


def test_a_unit_that_was_merged_is_answered_for_by_the_other() -> None:
    world = World({
        "opd": [opd("A"), opd("B", berlaku_sampai=hari("2025-06-30"), digabung_ke="A")],
        "skp": [skp("901", "A", tahun=2025), skp("902", "B", tahun=2025), skp("902", "B", tahun=2024)],
    })  # fmt: skip
    assert counts(world, "A")[:3] == (2, 0, 2)
    assert counts(world, "B", tahun=2024)[:3] == (1, 0, 1)


def test_a_nip_that_was_a_number_counts_once_a_person_has_confirmed_it() -> None:
    damaged = {"nip": None, "nip_angka": nip("901")[:15], "tahun": 2025}
    rows: dict[str, list[Row]] = {"opd": [opd("A")], "skp": [skp("901", "A", **damaged), skp("902", "A", tahun=2025)]}
    assert counts(World(rows), "A")[0] == 1
    said = {"jenis": "nip", "tertulis": nip("901")[:15], "konteks": "Contoh 901", "kode": nip("901"), "baris": 1}
    assert counts(World({**rows, "padanan": [said]}), "A")[0] == 2


def test_two_nips_of_one_person_are_one_person() -> None:
    pppk = "198001012021211901"
    world = World({
        "opd": [opd("A")],
        "pegawai": [pegawai("901", "A", nip_lama=pppk)],
        "skp": [skp("901", "A", tahun=2025, nip=pppk)],
    })  # fmt: skip
    assert counts(world, "A") == (1, 0, 1, 1, 1, 1)


def test_the_head_beside_the_organisation_and_money_beside_people() -> None:
    head = {"kode_jabatan": "A-1", "nama_jabatan": "Kepala A"}
    seat = {**head, "kode_opd": "A", "eselon": "II.b", "pimpinan_opd": True}
    world = World({
        "opd": [opd("A"), opd("B")],
        "jabatan": [seat],
        "riwayat_jabatan": [jabatan("901", "A", "2024-01-01", **head)],
        "predikat_organisasi": [{"tahun": 2025, "jenis_periode": "tahunan", "kode_opd": "A", "predikat": "Cukup"}],
        "skp": [
            skp("901", "A", tahun=2025, hasil_kerja="sesuai ekspektasi", perilaku="sesuai ekspektasi"),
            *(skp(str(902 + i), "A", tahun=2025) for i in range(18)), skp("990", "A", tahun=2025, predikat="Kurang"),
            skp("991", "B", tahun=2025), skp("992", "B", tahun=2025, predikat="Kurang"),
        ],
        "pagu": [pagu(k, 1000, tahun=2025) for k in "AB"],
        "rak": [*rak("A", [0] * 11 + [1000], tahun=2025), *rak("B", [0] * 11 + [1000], tahun=2025)],
        "realisasi": [realisasi(k, 12, 500, tahun=2025) for k in "AB"],
    })  # fmt: skip
    columns = ("kode_opd", "predikat_organisasi", "hasil", "hasil_semestinya", "sesuai", "tag")
    assert world.table("app.skp_kepala", *columns) == [("A", "butuh_perbaikan", "sesuai", "bawah", False, "L")]
    found = world.table(
        "app.konsistensi", "kode_opd", "warna", "n_dinilai", "n_baik_ke_atas", "tidak_konsisten",
        where="profil = 'rasio-target' and tahun = 2025 and bulan = 12",
    )  # fmt: skip
    assert found == [("A", "merah", 20, 19, True), ("B", "merah", 2, 1, False)]


def test_who_was_on_probation_or_not_yet_there_is_known_from_the_nip() -> None:
    new, later, pppk = "198001012025041901", "198001012026011902", "198001012025211903"
    listed = [pegawai("901", "A", nip=n, tgl_posisi=hari("2026-01-31")) for n in (new, later, pppk)]
    world = World({"opd": [opd("A")], "pegawai": listed, "skp": [skp("904", "A", tahun=2025)]})
    assert counts(world, "A")[:3] == (3, 1, 2)
    assert world.table("marts.skp_dikecualikan", "alasan", "n") == [("CPNS", 1)]
    world = World({"opd": [opd("A")], "pegawai": listed, "skp": [skp("901", "A", nip=new, tahun=2025)]})
    assert counts(world, "A")[:3] == (2, 0, 2)  # who has an SKP all the same owes it


def test_a_unit_that_nobody_knows_is_one_line_of_its_own() -> None:
    world = World({"opd": [opd("A")], "skp": [skp("901", "A", tahun=2025), skp("902", None, unor="Entah", tahun=2025)]})
    assert world.table("app.skp", "kode_opd", "n_wajib", where="bulan = 12") == [(None, 1), ("A", 1)]
    world.run("set variable opd = ['A']::varchar[]")
    assert world.table("app.skp", "kode_opd", where="bulan = 12") == [("A",)]


def test_every_rule_of_people_can_be_read_with_its_basis() -> None:
    rows = World({}).run("select * from app.aturan_kinerja")
    groups = {
        "rezim", "setelan", "matriks", "pita", "iki", "pola", "kepala", "angka_kredit", "jenjang", "diklat",
        "disiplin", "ip_asn",
    }  # fmt: skip
    assert {row["kelompok"] for row in rows} == groups
    assert all(row["dasar_hukum"] and row["dasar_hukum_en"] and row["tag"] and row["aturan_id"] for row in rows)
    assert len({(row["kelompok"], row["kunci"], row["aturan_id"]) for row in rows}) == len(rows)


def test_a_reader_sees_the_people_of_the_own_opd_only() -> None:
    world = World({"opd": [opd("A"), opd("B")], "skp": [skp("901", "A"), skp("902", "B")]}, opd=["A"])
    for view in ("skp", "skp_orang", "skp_wajib", "skp_pola", "konsistensi", "indikator_skp"):
        assert {r["kode_opd"] for r in world.run(f"select * from app.{view}")} <= {"A"}
    assert world.table("app.skp", "count(*)") == [(12,)]
    world.run("reset variable opd")
    assert world.table("app.skp", "count(*)") == [(0,)]


def test_measures_count_each_person_once() -> None:
    world = World({
        "opd": [opd("A", asisten="1"), opd("B", asisten="2")],
        "pegawai": [pegawai("903", "B")],
        "skp": [
            skp("901", "A", tahun=2025, selesai=hari("2025-06-30")),
            skp("901", "B", tahun=2025, mulai=hari("2025-07-01")),
            skp("902", "A", tahun=2025, predikat=None), skp("901", "A", tahun=2024),
        ],
    })  # fmt: skip
    world.run("create table raw.build as select 'uji' as build")

    class Reader:
        def run(self, sql: str, params: Any = (), *, opd: Any) -> list[Row]:
            return world.run(sql, params, opd=opd or ["*"])

    def ask(measure: str, *by: str, **how: Any) -> list[tuple[Any, ...]]:
        rows = measures.query(Reader(), measure, by=by, opd=["*"], **how)["rows"]
        return [tuple(row[k] for k in (*by, "nilai")) for row in rows]

    assert ask("n_wajib") == [(3,)]
    assert ask("n_wajib", "opd") == [("A", 1), ("B", 2)]
    assert ask("skp_dinilai", "opd") == [("A", Decimal("0.00")), ("B", Decimal("50.00"))]
    assert ask("skp_dinilai", "kelompok", where={"tahun": "2024"}) == [("1", Decimal("100.00"))]
    assert ask("predikat_baik", "tahun", "rezim") == [(2024, "pan6", 100), (2025, "pan6", 100)]
    assert measures.query(Reader(), "skp_dinilai", opd=["*"])["until"] == "2025-12"


def test_evaluations_are_asked_where_the_last_ones_are() -> None:
    """The SKP of the running year is set, that of the last year was assessed."""
    world = World({
        "opd": [opd("A")],
        "skp": [skp("901", "A", tahun=2025), skp("901", "A", tahun=2026, predikat=None, status="DRAFT", impor=2)],
        "pagu": [pagu("A", 1000)], "realisasi": [realisasi("A", 9, 100)],
    })  # fmt: skip
    world.run("create table raw.build as select 'uji' as build")

    class Reader:
        def run(self, sql: str, params: Any = (), *, opd: Any) -> list[Row]:
            return world.run(sql, params, opd=opd or ["*"])

    found = {m: measures.query(Reader(), m, opd=["*"]) for m in ("skp_dinilai", "skp_disusun")}
    assert {m: (a["until"], a["rows"][0]["nilai"]) for m, a in found.items()} == {
        "skp_dinilai": ("2025-12", 100), "skp_disusun": ("2026-09", 100),
    }  # fmt: skip
