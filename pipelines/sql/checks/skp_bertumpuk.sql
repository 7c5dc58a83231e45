-- peringatan: One row per person with two SKP of the own post in one OPD and period whose days overlap.
select a.tahun, a.jenis_periode, a.periode, a.kode_opd, a.orang_id, a.impor_id, a.baris, b.baris as baris_lain
from core.skp as a
inner join core.skp as b
    on a.orang_id = b.orang_id and a.tahun = b.tahun and a.jenis_periode = b.jenis_periode and a.periode = b.periode
    and a.kode_opd = b.kode_opd and a.segmen < b.segmen and a.mulai < b.sampai and b.mulai < a.sampai
where not a.plt and not b.plt
