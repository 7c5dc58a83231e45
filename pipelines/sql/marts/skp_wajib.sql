-- view: One row per period and person who was on the staff when it ended: the OPD of that day, whether an SKP was owed or why
-- not (alasan), and how far it got.
select
    p.tahun, p.jenis_periode, p.periode, p.awal, p.akhir, p.rezim, o.orang_id, n.kode_opd,
    case w.dasar when 1 then 'riwayat' when 2 then 'daftar' else 'laporan' end as dasar,
    w.terdaftar, w.alasan,
    w.alasan is null as wajib,
    w.isi is not null as disusun,
    coalesce(x.disetujui, false) as disetujui,
    coalesce(x.dinilai, false) as dinilai,
    coalesce(x.ada_nilai, false) as ada_nilai,
    w.segmen, x.hasil, x.perilaku, x.predikat, x.sesuai_matriks
from marts.skp_wajib_ringkas as w
inner join core.orang_nip as o on w.orang = o.orang and o.nip = o.nip_pertama
inner join core.skp_periode as p on w.kurun = p.kurun
left join core.opd_nomor as n on w.opd = n.opd
left join core.skp_isi as x on w.isi = x.isi
