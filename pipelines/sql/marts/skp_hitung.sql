-- One row per period, OPD, reason to owe no SKP (null: one is owed) and content of SKP: how many of the staff, and whether a
-- list of staff names any of them.
with
jumlah as (
    select
        kurun, opd, alasan, isi,
        count(*) as n,
        max(case when terdaftar then 1 else 0 end) as ada_daftar
    from marts.skp_wajib_ringkas
    group by kurun, opd, alasan, isi
)
select
    p.tahun, p.jenis_periode, p.periode, p.awal, p.akhir, p.rezim, d.kode_opd, j.alasan,
    j.alasan is null as wajib,
    j.isi is not null as disusun,
    coalesce(x.disetujui, false) as disetujui,
    coalesce(x.dinilai, false) as dinilai,
    coalesce(x.ada_nilai, false) as ada_nilai,
    x.predikat, x.sesuai_matriks, j.n, j.ada_daftar
from jumlah as j
inner join core.skp_periode as p on j.kurun = p.kurun
left join core.opd_nomor as d on j.opd = d.opd
left join core.skp_isi as x on j.isi = x.isi
