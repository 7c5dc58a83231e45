-- One row per year, month, OPD and unit that the OPD answers for (kode_unit = kode_opd: the OPD as a whole): physical target and
-- progress in percent. The row of the unit as a whole speaks first; otherwise its sub kegiatan, weighted by their bobot, else
-- by their pagu, else equally. A percent that is missing is left out of its own mean.
with
baris as (
    select
        f.tahun, f.bulan, a.kode_opd, u.kode_unit, f.kode_sub_kegiatan, f.target_fisik, f.real_fisik, f.bobot,
        p.pagu
    from staging.fisik as f
    inner join core.unit as u on f.tahun = u.tahun and f.kode_tertulis = u.kode_tertulis
    inner join core.anggota as a on f.tahun = a.tahun and f.bulan = a.bulan and u.kode_unit = a.kode_unit
    left join (
        select d.tahun, d.kode_unit, d.kode_sub_kegiatan, n.bulan, sum(n.pagu) as pagu
        from core.nilai as n
        inner join core.daun as d on n.daun_id = d.daun_id
        where d.kode_sub_kegiatan in (select kode_sub_kegiatan from staging.fisik)
        group by d.tahun, d.kode_unit, d.kode_sub_kegiatan, n.bulan
    ) as p
        on f.tahun = p.tahun and u.kode_unit = p.kode_unit and f.bulan = p.bulan
        and f.kode_sub_kegiatan = p.kode_sub_kegiatan
),
milik as (
    select
        tahun, bulan, kode_opd, kode_opd as kode_unit, target_fisik, real_fisik, bobot, pagu,
        case when kode_sub_kegiatan = '' and kode_unit = kode_opd then 0 when kode_sub_kegiatan = '' then 1 else 2 end as tingkat
    from baris
    union all
    select
        tahun, bulan, kode_opd, kode_unit, target_fisik, real_fisik, bobot, pagu,
        case when kode_sub_kegiatan = '' then 0 else 2 end
    from baris
    where kode_unit <> kode_opd
),
terpilih as (
    select
        *,
        min(tingkat) over (partition by tahun, bulan, kode_opd, kode_unit) as tingkat_atas,
        min(case when coalesce(bobot, 0) > 0 then 1 else 0 end) over (
            partition by tahun, bulan, kode_opd, kode_unit, tingkat
        ) as berbobot,
        min(case when coalesce(pagu, 0) > 0 then 1 else 0 end) over (
            partition by tahun, bulan, kode_opd, kode_unit, tingkat
        ) as berpagu
    from milik
),
tertimbang as (
    select
        tahun, bulan, kode_opd, kode_unit, target_fisik, real_fisik,
        cast(case when berbobot = 1 then bobot when berpagu = 1 then pagu else 1 end as double) as bobot
    from terpilih
    where tingkat = tingkat_atas
)
select
    tahun, bulan, kode_opd, kode_unit,
    sum(bobot * cast(target_fisik as double)) / nullif(sum(case when target_fisik is not null then bobot end), 0)
        as fisik_target,
    sum(bobot * cast(real_fisik as double)) / nullif(sum(case when real_fisik is not null then bobot end), 0) as fisik_real
from tertimbang
group by tahun, bulan, kode_opd, kode_unit
