-- view: One row per person's post: the span of days [mulai, selesai) in which it was held, and what the end is taken from.
select
    n.orang_id, r.mulai, r.selesai, r.akhir_dari, r.jenis_penugasan, r.kode_jabatan, j.nama_jabatan, o.kode_opd,
    u.kode_opd as kode_unit,
    r.unor, r.eselon, r.tingkat, r.cara, r.no_sk, r.tgl_sk, r.kode_sk_batch, r.tmt_pelantikan,
    s.impor_id, s.urut, s.lembar, r.baris
from marts.riwayat_ringkas as r
inner join core.orang_nip as n on r.orang = n.orang and n.nip = n.nip_pertama
inner join staging.judul as j on r.judul = j.judul
inner join staging.riwayat_sumber as s on r.sumber = s.sumber
left join core.opd_nomor as o on r.opd = o.opd
left join core.opd_nomor as u on r.unit = u.opd
