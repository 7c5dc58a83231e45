"""The meeting's records, their trail, and what was taken in from workbooks."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Spelt out, not taken from the contracts: a migration says what was made on its day, whatever is meant today.
TEXT, WHOLE, DAY = sa.Text(), sa.Integer(), sa.Date()
RUPIAH = sa.Numeric(18, 2).with_variant(sa.Text(), "sqlite")
NILAI = sa.Numeric(18, 4).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Make the tables; the trail can be added to and nothing else."""
    _records(
        "rapat",
        _must("jenis"), _must("tanggal", DAY), _may("perihal"), _may("pimpinan"), _may("tempat"), _may("agenda"),
        _may("lingkup"), _may("profil"), _may("tahun", WHOLE), _may("bulan", WHOLE), _may("build"), _may("notulen"),
    )  # fmt: skip
    _records(
        "kehadiran",
        _must("rapat_id", to="rapat"), _must("kode_opd"), _may("kode_unit"), _must("kehadiran"), _may("jabatan"),
    )  # fmt: skip
    _records(
        "tindak_lanjut",
        _must("kode_opd"), _may("kode_unit"), _must("rapat_id", to="rapat"), _may("jenis"), _must("uraian"),
        _may("penanggung_jawab"), _must("tenggat", DAY), _may("ukuran_selesai"), _must("status"),
        _may("tgl_selesai", DAY), _may("bukti"), _may("catatan"), _may("lanjutan_dari", to="tindak_lanjut"),
    )  # fmt: skip
    _records(
        "perpanjangan",
        _must("tindak_lanjut_id", to="tindak_lanjut"), _must("tanggal", DAY), _must("tenggat_baru", DAY),
        _must("alasan"), _may("disetujui"),
    )  # fmt: skip
    _records(
        "komitmen",
        _must("kode_opd"), _may("kode_unit"), _must("rapat_id", to="rapat"), _must("ukuran"), _may("kode_indikator"),
        _must("nilai_janji", NILAI), _must("tanggal_janji", DAY), _may("keadaan"), _may("catatan"),
    )  # fmt: skip
    _records(
        "kendala",
        _must("kode_opd"), _may("kode_unit"), _may("rapat_id", to="rapat"), _may("kode_sub_kegiatan"),
        _must("kategori"), _may("uraian"), _must("pembuka_sumbatan"), _may("sejak", DAY), _may("selesai", DAY),
    )  # fmt: skip
    _records(
        "catatan",
        _must("kode_opd"), _may("kode_unit"), _may("rapat_id", to="rapat"), _must("jenis"), _must("tanggal", DAY),
        _may("ukuran"), _may("tahun", WHOLE), _may("bulan", WHOLE), _must("uraian"), _may("keadaan"),
        _may("tanggapan"),
    )  # fmt: skip
    _records(
        "temuan",
        _must("kode_opd"), _may("kode_unit"), _must("pemeriksa"), _must("no_lhp"), _may("nomor"),
        _must("tahun", WHOLE), _may("tgl_lhp", DAY), _must("uraian"), _may("rekomendasi"), _may("nilai", RUPIAH),
        _may("disetor", RUPIAH), _must("status"), _may("tenggat", DAY), _may("bukti"),
    )  # fmt: skip
    _records(
        "buku_tamu",
        _must("kode_opd"), _may("kode_unit"), _must("tanggal", DAY), _must("jam_masuk"), _may("jam_keluar"),
        _may("instansi"), _must("keperluan"),
    )  # fmt: skip
    op.create_table(
        "tamu",
        _must("id", to="buku_tamu"), _must("nama"),
        sa.ForeignKeyConstraint(["id"], ["buku_tamu.id"], name="fk_tamu_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tamu"),
    )  # fmt: skip
    op.create_table(
        "jejak",
        sa.Column("seq", WHOLE, autoincrement=False, nullable=False),
        _must("tabel"), _must("id"), _must("versi", WHOLE), _must("oleh"), _must("asal"), _must("pada"),
        _may("sebelum"), _may("sesudah"), _must("hash_sebelum"), _must("hash_ini"),
        sa.PrimaryKeyConstraint("seq", name="pk_jejak"),
    )  # fmt: skip
    op.create_index("ix_jejak_id", "jejak", ["id"])
    top = op.create_table(
        "puncak",
        sa.Column("satu", WHOLE, autoincrement=False, nullable=False), _must("seq", WHOLE), _must("hash"),
        sa.PrimaryKeyConstraint("satu", name="pk_puncak"),
    )  # fmt: skip
    op.bulk_insert(top, [{"satu": 1, "seq": 0, "hash": ""}])
    op.create_table(
        "terapan",
        _must("impor_id"), _must("pada"), _must("hasil"), _must("ditarik", sa.Boolean()),
        sa.PrimaryKeyConstraint("impor_id", name="pk_terapan"),
    )  # fmt: skip
    for statement in _SEALED[op.get_bind().dialect.name]:
        op.execute(statement)


_SEALED = {
    "sqlite": (
        "create trigger jejak_tetap before update on jejak "
        "begin select raise(abort, 'the trail is only ever added to'); end",
        "create trigger jejak_utuh before delete on jejak "
        "begin select raise(abort, 'the trail is only ever added to'); end",
    ),
    "postgresql": (
        "create function jejak_tetap() returns trigger language plpgsql as "
        "$$ begin raise exception 'the trail is only ever added to'; end $$",
        "create trigger jejak_tetap before update or delete or truncate on jejak "
        "for each statement execute function jejak_tetap()",
    ),
}


def _records(name: str, *content: sa.Column[Any]) -> None:
    """A table of records: what they say, and who said it last."""
    keys = [
        sa.ForeignKeyConstraint([c.name], [f"{c.info['to']}.id"], name=f"fk_{name}_{c.name}")
        for c in content
        if c.info.get("to")
    ]
    op.create_table(
        name, _must("id"), _must("versi", WHOLE), *content,
        _must("oleh"), _must("pada"), _must("asal"), _must("dihapus", sa.Boolean()),
        *keys, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )  # fmt: skip
    for column in content:
        if column.info.get("to"):
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])


def _must(name: str, type: Any = TEXT, *, to: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, type, nullable=False, info={"to": to})


def _may(name: str, type: Any = TEXT, *, to: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, type, nullable=True, info={"to": to})
