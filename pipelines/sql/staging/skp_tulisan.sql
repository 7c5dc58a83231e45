-- One row per way in which kind of staff, status, ratings and predicate stand together in SKP reports: what they mean.
select
    t.jenis_pegawai, t.status, t.hasil_kerja, t.perilaku, t.predikat,
    g.kode as peran_pegawai,
    coalesce(s.kode = 'disetujui', false) as disetujui,
    h.kode as kode_hasil, r.kode as kode_perilaku, p.kode as kode_predikat
from (select distinct jenis_pegawai, status, hasil_kerja, perilaku, predikat from raw.skp) as t
left join raw.skp_kata as g
    on g.jenis = 'pegawai' and translate(lower(t.jenis_pegawai), ' /-_().,', '') = g.tertulis
left join raw.skp_kata as s on s.jenis = 'status' and translate(lower(t.status), ' /-_().,', '') = s.tertulis
left join raw.skp_kata as h on h.jenis = 'rating' and translate(lower(t.hasil_kerja), ' /-_().,', '') = h.tertulis
left join raw.skp_kata as r on r.jenis = 'rating' and translate(lower(t.perilaku), ' /-_().,', '') = r.tertulis
left join raw.skp_kata as p on p.jenis = 'predikat' and translate(lower(t.predikat), ' /-_().,', '') = p.tertulis
