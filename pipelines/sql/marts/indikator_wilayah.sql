-- One row per area, indicator, year and period: its figure against the nation, the area above, last year and the RKPD target, its
-- rank among the areas beside it (1 = best; none without a direction), and in how many of them the figure is known.
with
dinilai as (
    select
        w.*, h.capaian,
        case
            when w.nilai is null then 'tanpa_angka'
            when w.target_rkpd is null then 'tanpa_target'
            when w.arah is null then 'tanpa_arah'
            else h.sebab
        end as sebab
    from core.indikator_wilayah as w
    left join core.capaian_angka as h
        on w.nilai = h.nilai and w.target_rkpd = h.bawah and w.target_rkpd = h.atas and w.arah = h.arah and w.cara = h.cara
),
berperingkat as (
    select
        *,
        cast(count(nilai) over (partition by kode_makro, tahun, periode, tingkat, induk, satuan_baku) as integer) as n_wilayah,
        cast(rank() over (
            partition by kode_makro, tahun, periode, tingkat, induk, satuan_baku
            order by case when nilai is null then 1 else 0 end, case when arah = 'turun' then nilai else -nilai end
        ) as integer) as ke
    from dinilai
),
setelan as (
    select max(case when kunci = 'rata_batas' then nilai end) as rata_batas from raw.target_setelan
)
select
    b.kode_wilayah, b.kode_kemendagri, b.wilayah, b.tingkat, b.induk, coalesce(b.kode_wilayah = p.kode_wilayah, false) as kita,
    b.kode_makro, b.tahun, b.periode, b.indikator, b.satuan, b.satuan_baku, b.arah, b.asal_arah, b.cara, b.nilai, b.nasional,
    b.provinsi, b.tahun_lalu, b.target_rkp, b.target_rpjmn, b.target_rkpd, b.target_kewilayahan, b.capaian,
    least(greatest(b.capaian, cast(0 as decimal(38, 6))), cast(s.rata_batas as decimal(38, 6))) as capaian_rata,
    b.sebab,
    case when b.nilai is not null and b.arah in ('naik', 'turun') then b.ke end as peringkat,
    b.n_wilayah, b.versi, b.sumber, b.impor_id
from berperingkat as b
cross join setelan as s
left join raw.pemda as p on b.kode_wilayah = p.kode_wilayah
