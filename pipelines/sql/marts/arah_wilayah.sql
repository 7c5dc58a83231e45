-- One row per macro indicator: its direction and where that comes from (none until somebody says so), how many figures rest on it,
-- and its latest year told, with the figure of the pemda's own area, else of the nation.
with
terbaru as (
    select
        w.kode_makro, w.indikator, w.satuan, w.tahun, w.periode, w.wilayah, w.nilai,
        row_number() over (
            partition by w.kode_makro
            order by w.tahun desc, w.periode desc, case when p.kode_wilayah is not null then 0 else 1 end,
                case when w.kode_wilayah = '1000' then 0 else 1 end, w.kode_wilayah
        ) as ke
    from core.indikator_wilayah as w
    left join raw.pemda as p on w.kode_wilayah = p.kode_wilayah
    where w.nilai is not null
),
jumlah as (
    select
        kode_makro, cast(count(nilai) as integer) as n_angka,
        cast(count(distinct case when nilai is not null then kode_wilayah end) as integer) as n_wilayah,
        cast(count(distinct coalesce(satuan_baku, '')) as integer) as n_satuan
    from core.indikator_wilayah
    group by kode_makro
)
select
    j.kode_makro, t.indikator, t.satuan, a.arah, a.asal, a.kode_indikator, j.n_angka, j.n_wilayah, j.n_satuan, t.tahun, t.periode,
    t.wilayah, t.nilai
from jumlah as j
left join terbaru as t on j.kode_makro = t.kode_makro and t.ke = 1
left join core.arah_makro as a on j.kode_makro = a.kode_makro
