-- view: One row per person, period and SKP (segmen): its days and unit, how far it got, ratings and predicate as imported.
-- dihitung marks the one by which the person counts in the OPD of the period's end.
select
    s.orang_id, s.tahun, s.jenis_periode, s.periode, s.kode_opd, s.segmen, s.mulai,
    cast(s.sampai - interval 1 day as date) as selesai,
    s.plt, s.nama_jabatan,
    case when s.dinilai then 'dinilai' when s.disetujui then 'disetujui' else 'disusun' end as status,
    true as disusun,
    s.disetujui, s.dinilai, s.hasil, s.perilaku, s.predikat, s.predikat_matriks, s.sesuai_matriks, s.nilai_lama,
    s.rezim, s.tgl_penilaian,
    w.orang is not null as dihitung,
    s.impor_id, s.baris
from core.skp as s
left join marts.skp_wajib_ringkas as w on s.orang = w.orang and s.kurun = w.kurun and s.segmen = w.segmen and w.alasan is null
