-- One row per indicator, year, quarter and what it is held against: attainment in percent, not capped, or why there is none
-- (sebab). A nil target, a blank one and a blank result are different things. The formula stands in core.capaian_angka.
with
sampai as (
    select a.*, coalesce(a.cacat, s.sebab, case when a.nilai is null then 'realisasi_lalu_kosong' end) as sebab_awal
    from core.acuan_indikator as a
    inner join core.indikator_sampai as s
        on a.kode_indikator = s.kode_indikator and a.tahun = s.tahun and a.triwulan = s.triwulan
)
select
    d.kode_indikator, d.tahun, d.triwulan, d.acuan, d.nilai, d.target, d.bawah, d.atas, d.cara,
    case when d.sebab_awal is null then h.capaian end as capaian,
    coalesce(d.sebab_awal, h.sebab) as sebab
from sampai as d
left join core.capaian_angka as h
    on d.nilai = h.nilai and d.bawah = h.bawah and d.atas = h.atas and d.arah = h.arah and d.cara = h.cara
