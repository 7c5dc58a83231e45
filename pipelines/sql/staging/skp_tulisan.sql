-- One row per way in which kind of staff, status, ratings, predicate and score stand together in SKP reports: its number and
-- what the words mean.
with
tulisan as (
    select distinct jenis_pegawai, status, hasil_kerja, perilaku, predikat, nilai_lama, ide_baru from raw.skp
)
select
    cast(row_number() over (
        order by t.jenis_pegawai, t.status, t.hasil_kerja, t.perilaku, t.predikat, t.nilai_lama, t.ide_baru
    ) as integer) as tulisan,
    t.jenis_pegawai, t.status, t.hasil_kerja, t.perilaku, t.predikat, t.nilai_lama, t.ide_baru,
    g.kode as peran_pegawai,
    coalesce(s.kode = 'disetujui', false) as disetujui,
    h.kode as kode_hasil, r.kode as kode_perilaku, p.kode as kode_predikat
from tulisan as t
left join raw.skp_kata as g
    on g.jenis = 'pegawai' and translate(lower(t.jenis_pegawai), ' /-_().,', '') = g.tertulis
left join raw.skp_kata as s on s.jenis = 'status' and translate(lower(t.status), ' /-_().,', '') = s.tertulis
left join raw.skp_kata as h on h.jenis = 'rating' and translate(lower(t.hasil_kerja), ' /-_().,', '') = h.tertulis
left join raw.skp_kata as r on r.jenis = 'rating' and translate(lower(t.perilaku), ' /-_().,', '') = r.tertulis
left join raw.skp_kata as p on p.jenis = 'predikat' and translate(lower(t.predikat), ' /-_().,', '') = p.tertulis
