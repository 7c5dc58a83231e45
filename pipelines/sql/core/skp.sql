-- view: One row per person, period, kind (own post or Plt) and SKP: plan and evaluation in words, and the predicate that its
-- ratings or its score stand for. Segments are numbered by their days; utama marks the one by which the person counts.
select
    o.orang_id, p.tahun, p.jenis_periode, p.periode,
    p.awal as periode_awal,
    p.akhir as periode_akhir,
    s.plt, s.segmen, s.tunggal,
    not s.plt and (s.tunggal or u.orang is not null) as utama,
    s.mulai, s.sampai, n.kode_opd, j.nama_jabatan,
    x.rezim, x.ada_nilai, x.dinilai, x.disetujui, x.hasil, x.perilaku, x.predikat, x.predikat_matriks, x.sesuai_matriks,
    x.nilai_lama, s.tgl_penilaian, i.impor_id, s.baris, s.orang, s.kurun
from core.skp_ringkas as s
inner join core.orang_nip as o on s.orang = o.orang and o.nip = o.nip_pertama
inner join core.skp_periode as p on s.kurun = p.kurun
inner join core.skp_isi as x
    on s.tulisan_rencana = x.tulisan_rencana and s.tulisan_nilai = x.tulisan_nilai and s.sampai = x.sampai
inner join staging.skp_sumber as i on s.sumber = i.sumber
left join staging.skp_jabatan as j on s.jabatan = j.jabatan
left join core.opd_nomor as n on s.opd = n.opd
left join core.skp_utama as u on s.orang = u.orang and s.kurun = u.kurun and s.segmen = u.segmen
