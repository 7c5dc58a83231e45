"""Rows of people without a NIP: known by ASN id, set apart, or of staff who have none."""

from __future__ import annotations

from typing import Any

from tests.models.world import Row, World, hari, opd

WHOLE = "198001012006041901"


def pegawai(baris: int, **more: Any) -> Row:
    return {"baris": baris, "jenis": "PNS", "kode_opd": "A", "tgl_posisi": hari("2025-12-31"), **more}


def skp(baris: int, **more: Any) -> Row:
    return {"baris": baris, "tahun": 2025, "jenis_periode": "tahunan", "predikat": "Baik", "kode_opd": "A", **more}


def world(**rows: list[Row]) -> World:
    return World({"opd": [opd("A")], **rows})


def test_an_asn_id_of_the_list_of_staff_stands_for_its_nip() -> None:
    made = world(pegawai=[pegawai(1, nip=WHOLE, id_asn="ID-1")], skp=[skp(1, id_asn="ID-1"), skp(2, id_asn="ID-9")])
    told = made.run("select n.nip, s.baris from marts.skp_orang as s inner join core.orang_nip as n using (orang_id)")
    assert told == [{"nip": WHOLE, "baris": 1}]
    assert made.table("marts.karantina", "tabel", "baris", "alasan") == [("skp", 2, "nip_salah")]


def test_staff_who_have_no_nip_are_not_set_apart_for_it() -> None:
    made = world(pegawai=[pegawai(1, jenis="non-ASN"), pegawai(2, jenis="alih daya"), pegawai(3)])
    assert made.table("marts.karantina", "baris", "alasan") == [(3, "nip_salah")]


def test_a_number_is_not_helped_by_an_asn_id() -> None:
    made = world(pegawai=[pegawai(1, nip=WHOLE, id_asn="ID-1")], skp=[skp(1, id_asn="ID-1", nip_angka=WHOLE[:15])])
    assert made.table("marts.skp_orang", "baris") == []
    assert made.table("marts.karantina", "alasan", "calon") == [("nip_angka", WHOLE)]
