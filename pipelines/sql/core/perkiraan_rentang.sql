-- One row per year, month, OPD, cakupan and way of forecasting: the forecast with its range in rupiah; the range holds the forecast, begins
-- at what is spent already and ends at the ceiling. Null where earlier errors are too few; in December there is nothing left to miss.
select
    p.tahun, p.bulan, p.kode_opd, p.cakupan, p.cara, p.pagu, p.realisasi_kum, p.titik, p.n_tahun, p.dari_tahun, p.luar_pola,
    coalesce(r.n, 0) as n_galat,
    case
        when p.bulan = 12 then p.titik
        when r.bawah is not null -- greatest and least pass over what is null
            then greatest(p.realisasi_kum, p.titik + cast(round(least(0, r.bawah) / 100 * cast(p.pagu as double), 2) as decimal(18, 2)))
    end as bawah,
    case
        when p.bulan = 12 then p.titik
        when r.atas is not null
            then greatest(
                p.titik,
                least(p.pagu, p.titik + cast(round(greatest(0, r.atas) / 100 * cast(p.pagu as double), 2) as decimal(18, 2)))
            )
    end as atas
from core.perkiraan as p
left join core.rentang_galat as r
    on p.tahun = r.tahun and p.bulan = r.bulan and p.cakupan = r.cakupan and p.cara = r.cara
