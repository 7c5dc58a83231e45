-- One row per year, kind of period, period and unit: its predicate as recorded last.
with
urutan as (
    select
        cast(p.tahun as integer) as tahun,
        p.jenis_periode,
        case when p.jenis_periode = 'tahunan' then 0 else cast(p.periode as integer) end as periode,
        coalesce(m.kode_unit, trim(p.kode_opd)) as kode_opd,
        k.kode as predikat,
        p.dasar,
        row_number() over (
            partition by p.tahun, p.jenis_periode, p.periode, coalesce(m.kode_unit, trim(p.kode_opd))
            order by p.urut desc, k.kode, p.impor_id, p.baris
        ) as ke
    from raw.predikat_organisasi as p
    left join core.unit_kode as m on trim(p.kode_opd) = m.kode_tertulis
    left join raw.skp_kata as k
        on k.jenis = 'organisasi' and translate(lower(p.predikat), ' /-_().,', '') = k.tertulis
)
select tahun, jenis_periode, periode, kode_opd, predikat, dasar
from urutan
where ke = 1 and predikat is not null and periode is not null
