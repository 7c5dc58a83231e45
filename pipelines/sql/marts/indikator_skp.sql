-- One row per person, period, indicator and aspect of an SKP, in the OPD where the person counts: attainment, or why there is none.
select
    i.orang_id, i.tahun, i.jenis_periode, i.periode, n.kode_opd, i.kode_indikator, i.indikator, i.aspek, i.satuan, i.arah,
    i.target, i.realisasi, i.target_bawah, i.target_atas, i.realisasi_angka, i.target_maksimum,
    i.capaian, i.capaian_rata, i.kategori, i.nilai_iki, i.sebab, i.rezim,
    i.kode_indikator_pk, i.akhir,
    w.orang is not null and w.alasan is null as dihitung,
    i.impor_id, i.baris
from core.indikator_skp as i
left join core.skp_periode as p on i.tahun = p.tahun and i.jenis_periode = p.jenis_periode and i.periode = p.periode
left join marts.skp_wajib_ringkas as w on i.orang = w.orang and p.kurun = w.kurun
left join core.opd_nomor as n on w.opd = n.opd
