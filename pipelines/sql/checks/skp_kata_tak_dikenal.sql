-- peringatan: One row per rating or predicate whose word is not known; it counts as not given.
select s.impor_id, s.lembar, s.baris, r.hasil_kerja, r.perilaku, r.predikat
from staging.skp as s
inner join raw.skp as r on s.impor_id = r.impor_id and s.lembar = coalesce(r.lembar, '') and s.baris = r.baris
where
    (trim(r.hasil_kerja) not in ('', '-') and s.hasil is null)
    or (trim(r.perilaku) not in ('', '-') and s.perilaku is null)
    or (trim(r.predikat) not in ('', '-') and s.predikat is null)
