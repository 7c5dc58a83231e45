-- One row per person in a functional post and year: the credit that the yearly predicate is worth by the months in the post.
-- A segment without a predicate takes that of the year; a year without one has no row.
with
jenjang as (
    select
        s.orang_id, s.tahun, s.segmen, s.sampai, s.kode_opd, s.nama_jabatan, j.jenjang, j.koefisien, j.tag, j.aturan_id,
        j.dasar_hukum, j.dasar_hukum_en,
        coalesce(s.predikat, u.predikat) as predikat,
        12 * year(s.sampai) + month(s.sampai) - 12 * year(s.mulai) - month(s.mulai) as bulan,
        row_number() over (partition by s.orang_id, s.tahun, s.segmen order by length(j.jenjang) desc, j.jenjang) as tepat
    from core.skp as s
    inner join core.skp as u on s.orang = u.orang and s.kurun = u.kurun and u.utama
    inner join raw.ak_jenjang as j
        on (lower(s.nama_jabatan) like '% ' || j.jenjang or lower(s.nama_jabatan) like j.jenjang || ' %')
        and s.sampai > j.berlaku_mulai and (j.berlaku_sampai is null or s.sampai <= j.berlaku_sampai)
    where s.jenis_periode = 'tahunan' and not s.plt
),
urutan as (
    select *, row_number() over (partition by orang_id, tahun order by sampai desc, segmen desc) as ke
    from jenjang
    where tepat = 1
)
select
    u.orang_id, u.tahun,
    max(case when u.ke = 1 then u.kode_opd end) as kode_opd,
    max(case when u.ke = 1 then u.jenjang end) as jenjang,
    max(case when u.ke = 1 then u.predikat end) as predikat,
    cast(sum(u.bulan) as integer) as bulan,
    cast(round(cast(sum(u.bulan * p.persen * u.koefisien) as double) / 1200, 2) as decimal(9, 2)) as angka_kredit,
    max(u.aturan_id) as aturan_id,
    max(u.dasar_hukum) as dasar_hukum,
    max(u.dasar_hukum_en) as dasar_hukum_en,
    max(u.tag) as tag
from urutan as u
inner join raw.ak_predikat as p on u.predikat = p.predikat
group by u.orang_id, u.tahun
