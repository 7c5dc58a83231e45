-- One row per indicator, year and quarter up to which it is told: what it stands at by its own method, how many quarters that
-- rests on, and why it is no number. Trial entries count as not reported.
with
laporan as (
    select
        i.lingkup, i.kode_indikator, i.tahun, i.metode, i.entri, i.triwulan,
        r.realisasi, r.percobaan, r.meragukan,
        case when not r.percobaan and not r.meragukan then r.angka end as angka
    from core.indikator as i
    left join core.realisasi_indikator as r
        on i.kode_indikator = r.kode_indikator and i.tahun = r.tahun and i.triwulan = r.triwulan
),
berjalan as (
    select
        *,
        count(angka) over (partition by kode_indikator, tahun order by triwulan) as n_triwulan,
        sum(angka) over (partition by kode_indikator, tahun order by triwulan) as jumlah,
        max(case when angka is not null then triwulan end) over (partition by kode_indikator, tahun order by triwulan)
            as triwulan_terakhir,
        max(case when realisasi is not null then triwulan end) over (partition by kode_indikator, tahun order by triwulan)
            as triwulan_tertulis
    from laporan
)
select
    b.lingkup, b.kode_indikator, b.tahun, b.triwulan,
    cast(b.n_triwulan as integer) as n_triwulan,
    b.triwulan_terakhir,
    case
        when b.entri = 'kumulatif' or b.metode in ('terakhir', 'predikat') then cast(k.angka as decimal(38, 6))
        when b.metode = 'jumlah' then cast(b.jumlah as decimal(38, 6))
        else cast(round(cast(b.jumlah as double) / nullif(b.n_triwulan, 0), 6) as decimal(38, 6))
    end as nilai,
    -- what is added up or averaged is whole only when no quarter is missing; what is told whole, when its last one is there
    case
        when b.entri = 'kumulatif' or b.metode in ('terakhir', 'predikat') then coalesce(b.triwulan_terakhir = b.triwulan, false)
        else b.n_triwulan = b.triwulan
    end as lengkap,
    case
        when b.triwulan_terakhir is not null then cast(null as varchar)
        when b.triwulan_tertulis is null then 'belum_dilaporkan'
        when p.percobaan then 'percobaan'
        when p.meragukan then 'realisasi_meragukan'
        when p.satuan_lain then 'realisasi_satuan_lain'
        when b.metode = 'predikat' then 'skala_tak_dikenal'
        else 'realisasi_bukan_angka'
    end as sebab,
    coalesce(k.realisasi || coalesce(' (' || k.dibaca || ')', ''), p.realisasi) as tertulis,
    coalesce(k.impor_id, p.impor_id) as impor_realisasi
from berjalan as b
left join core.realisasi_indikator as k
    on b.kode_indikator = k.kode_indikator and b.tahun = k.tahun and b.triwulan_terakhir = k.triwulan
left join core.realisasi_indikator as p
    on b.kode_indikator = p.kode_indikator and b.tahun = p.tahun and b.triwulan_tertulis = p.triwulan
