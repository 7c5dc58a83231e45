-- peringatan: One row per person with two SKP of the own post in one OPD and period whose days overlap.
select a.tahun, a.jenis_periode, a.periode, a.kode_opd, a.orang_id, a.impor_id, a.baris, b.baris as baris_lain
from core.skp as a
inner join core.skp_ganda as b
    on a.orang = b.orang and a.kurun = b.kurun and a.segmen < b.segmen and a.mulai < b.sampai and b.mulai < a.sampai
inner join core.opd_nomor as n on b.opd = n.opd and a.kode_opd = n.kode_opd
where not a.tunggal and not a.plt and not b.plt
