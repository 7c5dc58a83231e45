-- tolak: One row per OPD and month whose forecast does not hold together: outside its range, below what is spent, or not the ceiling less SiLPA.
select tahun, bulan, kode_opd, cakupan, pagu, realisasi_kum, pendaratan_bawah, pendaratan, pendaratan_atas, silpa
from marts.pendaratan
where
    pendaratan not between pendaratan_bawah and pendaratan_atas
    or pendaratan_bawah < realisasi_kum
    or silpa <> pagu - pendaratan
    or (bulan = 12 and (pendaratan_bawah <> realisasi_kum or pendaratan_atas <> realisasi_kum))
    or (pendaratan is null) <> (alasan is not null)
    or (pendaratan is null) <> (pendaratan_bawah is null or pendaratan_atas is null)
