-- One row per indicator, year and quarter with anything written beside its number: what helped, what hindered, what is next, the
-- evidence, and whether somebody verified it.
select
    r.kode_indikator, r.tahun, r.triwulan, i.kode_opd, i.lingkup, r.realisasi, r.percobaan, r.diverifikasi, r.pendorong,
    r.penghambat, r.tindak_lanjut, r.bukti, r.tgl_isi, r.impor_id, r.baris
from core.realisasi_indikator as r
inner join core.indikator as i on r.kode_indikator = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
