-- One row per year, month and OPD with a known head seat: to whom the month belongs. Most days; equal days: definitive first,
-- then the later holder. An empty seat (kosong) and days before any record (tidak_tercatat) are holders of their own.
with
ruas as (
    select
        b.tahun, b.bulan, b.awal, b.akhir, b.kode_opd, k.kode_jabatan,
        p.keadaan, p.orang_id, p.masa_mulai, p.selesai, p.cara, p.mulai,
        case
            when p.keadaan is not null
                then date_diff('day', greatest(p.mulai, b.awal), least(p.selesai, cast(b.akhir + interval 1 day as date)))
        end as hari
    from core.bulan_opd as b
    inner join marts.kursi as k on b.kode_opd = k.kode_opd and k.pimpinan_opd
    left join marts.pemegang as p on k.kode_jabatan = p.kode_jabatan and p.mulai <= b.akhir and p.selesai > b.awal
),
lengkap as (
    select * from ruas where keadaan is not null
    union all
    select
        tahun, bulan, awal, akhir, kode_opd, kode_jabatan, 'tidak_tercatat', cast(null as varchar), cast(null as date),
        cast(null as date), cast(null as varchar), awal,
        day(akhir) - coalesce(sum(hari), 0)
    from ruas
    group by tahun, bulan, awal, akhir, kode_opd, kode_jabatan
    having day(akhir) > coalesce(sum(hari), 0)
),
milik as (
    select
        *,
        sum(hari) over siapa as hari_orang,
        max(case when keadaan = 'definitif' then 1 else 0 end) over siapa as pernah_definitif,
        max(mulai) over siapa as terakhir,
        sum(hari) over (
            partition by tahun, bulan, kode_opd, coalesce(orang_id, keadaan), keadaan
        ) as hari_keadaan
    from lengkap
    window siapa as (partition by tahun, bulan, kode_opd, coalesce(orang_id, keadaan))
),
urutan as (
    select
        *,
        row_number() over (
            partition by tahun, bulan, kode_opd
            order by
                hari_orang desc, pernah_definitif desc, terakhir desc, hari_keadaan desc,
                case when keadaan = 'definitif' then 0 else 1 end, mulai desc
        ) as ke
    from milik
)
select
    tahun, bulan, kode_opd, kode_jabatan, keadaan, orang_id, masa_mulai, selesai, cara,
    cast(hari_orang as integer) as hari, akhir
from urutan
where ke = 1
