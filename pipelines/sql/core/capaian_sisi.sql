-- One row per indicator, year and quarter: what core.capaian_indikator says of each thing it is held against, side by side: the
-- quarter's target, the year's, and that of the plan's end.
select
    kode_indikator, tahun, triwulan,
    max(case when acuan = 'triwulan' then target end) as target_triwulan,
    max(case when acuan = 'triwulan' then bawah end) as triwulan_bawah,
    max(case when acuan = 'triwulan' then atas end) as triwulan_atas,
    max(case when acuan = 'triwulan' then capaian end) as capaian,
    max(case when acuan = 'triwulan' then sebab end) as sebab,
    max(case when acuan = 'tahun' then target end) as target_tahun,
    max(case when acuan = 'tahun' then bawah end) as target_bawah,
    max(case when acuan = 'tahun' then atas end) as target_atas,
    max(case when acuan = 'tahun' then capaian end) as capaian_tahun,
    max(case when acuan = 'tahun' then sebab end) as sebab_tahun,
    max(case when acuan = 'akhir' then target end) as target_akhir,
    max(case when acuan = 'akhir' then nilai end) as nilai_akhir,
    max(case when acuan = 'akhir' then capaian end) as capaian_akhir,
    max(case when acuan = 'akhir' then sebab end) as sebab_akhir,
    max(cara) as cara -- one of the indicator, whatever it is held against
from core.capaian_indikator
group by kode_indikator, tahun, triwulan
