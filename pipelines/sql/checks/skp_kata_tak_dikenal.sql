-- peringatan: One row per SKP row whose rating or predicate is a word that is not known; it counts as not given.
select s.impor_id, s.lembar, s.baris, s.hasil_kerja, s.perilaku, s.predikat
from raw.skp as s
inner join staging.skp_tulisan as t
    on s.hasil_kerja is not distinct from t.hasil_kerja and s.perilaku is not distinct from t.perilaku
    and s.predikat is not distinct from t.predikat and s.status is not distinct from t.status
    and s.jenis_pegawai is not distinct from t.jenis_pegawai and s.nilai_lama is not distinct from t.nilai_lama
    and s.ide_baru is not distinct from t.ide_baru
where
    (trim(t.hasil_kerja) not in ('', '-') and t.kode_hasil is null)
    or (trim(t.perilaku) not in ('', '-') and t.kode_perilaku is null)
    or (trim(t.predikat) not in ('', '-') and t.kode_predikat is null)
