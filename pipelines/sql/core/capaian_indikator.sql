-- One row per indicator, year, quarter and what it is held against: attainment in percent, not capped, or why there is none
-- (sebab). A nil target, a blank one and a blank result are different things. The formula is that of pipelines/capaian.py.
with
didekati as (
    select
        a.*, s.sebab as sebab_nilai,
        -- outside a range its nearer edge is the target; inside it the target is met
        case
            when a.nilai > a.atas then a.atas
            when a.nilai < a.bawah then a.bawah
            when a.bawah = a.atas then a.bawah
        end as t
    from core.acuan_indikator as a
    inner join core.indikator_sampai as s
        on a.kode_indikator = s.kode_indikator and a.tahun = s.tahun and a.triwulan = s.triwulan
),
berarah as (
    select
        *,
        coalesce(cacat, sebab_nilai, case when nilai is null then 'realisasi_lalu_kosong' end) as sebab_awal,
        case when arah = 'tetap' then case when nilai < t then 'naik' else 'turun' end else arah end as menuju
    from didekati
),
dihitung as (
    select
        *,
        case
            when sebab_awal is not null or t is null or t <> 0 then sebab_awal
            when menuju = 'naik' and nilai = 0 then 'belum_ditargetkan'
            when menuju = 'naik' then 'target_nol'
        end as sebab_nol,
        cast(round(
            case
                when t is null then 100
                when menuju = 'naik' then 100 * cast(nilai as double) / nullif(cast(t as double), 0)
                when t = 0 and nilai = 0 then 100
                when t = 0 then 0
                when cara = 'selisih' then 100 * (2 * cast(t as double) - cast(nilai as double)) / nullif(cast(t as double), 0)
                else 100 * cast(t as double) / nullif(cast(nilai as double), 0)
            end, 6
        ) as decimal(38, 6)) as hasil_bagi
    from berarah
)
select
    kode_indikator, tahun, triwulan, acuan, nilai, target, bawah, atas, cara,
    case when sebab_nol is null then hasil_bagi end as capaian,
    coalesce(sebab_nol, case when hasil_bagi is null then 'realisasi_nol' end) as sebab
from dihitung
