-- One row per year, month 1..12, unit, sub kegiatan, account and source of funds: pagu, RAK, realisasi; null = unknown.
select
    a.tahun,
    a.bulan,
    cast(a.tahun as varchar) || '-' || lpad(cast(a.bulan as varchar), 2, '0') as periode,
    a.kode_opd,
    d.kode_unit,
    d.kode_urusan,
    d.kode_bidang,
    d.kode_program,
    d.kode_kegiatan,
    d.kode_sub_kegiatan,
    d.kode_rekening,
    d.kode_kelompok_belanja,
    d.kode_jenis,
    d.sumber_dana,
    d.pegawai_btt,
    a.pagu,
    a.pagu_murni,
    a.rak_bulan,
    a.rak_kum,
    a.realisasi_bulan,
    a.realisasi_kum,
    a.realisasi_posisi,
    a.spj_bulan,
    a.spj_kum,
    a.dilaporkan,
    -- realisasi and cash plan are both known, so that they may be compared
    a.dilaporkan and a.rak_diketahui as terbanding
from core.arus as a
inner join core.daun as d on a.daun_id = d.daun_id
