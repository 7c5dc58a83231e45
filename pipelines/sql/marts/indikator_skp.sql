-- One row per person, period, indicator and aspect of an SKP, in the OPD where the person counts: attainment, or why there is none.
select
    i.orang_id, i.tahun, i.jenis_periode, i.periode, w.kode_opd, i.kode_indikator, i.indikator, i.aspek, i.satuan, i.arah,
    i.target, i.realisasi, i.target_bawah, i.target_atas, i.realisasi_angka, i.target_maksimum,
    i.capaian, i.capaian_rata, i.kategori, i.nilai_iki, i.sebab, i.rezim,
    coalesce(w.wajib, false) as dihitung,
    i.impor_id, i.baris
from core.indikator_skp as i
left join marts.skp_wajib as w
    on i.orang_id = w.orang_id and i.tahun = w.tahun and i.jenis_periode = w.jenis_periode and i.periode = w.periode
