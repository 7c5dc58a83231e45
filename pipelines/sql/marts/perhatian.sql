-- One row per year, month, kind of attention, seat and person: what to look at and the rule that says so. A replacement in a
-- span that needs approval stands in the month of the replacement; approvals are not in these files.
with
semua as (
    select tahun, bulan, akhir, jenis, kunci, kode_opd, kode_jabatan, orang_id, sejak, hari, nilai from marts.perhatian_plt
    union all
    select tahun, bulan, akhir, jenis, kunci, kode_opd, kode_jabatan, orang_id, sejak, hari, nilai from marts.perhatian_masa
    union all
    select tahun, bulan, akhir, jenis, kunci, kode_opd, kode_jabatan, orang_id, sejak, hari, nilai from marts.perhatian_ganda
),
penggantian as (
    select
        m.orang_id, coalesce(m.tmt_pelantikan, m.tanggal) as tanggal,
        coalesce(m.ke_kode_jabatan, m.dari_kode_jabatan) as kode_jabatan,
        coalesce(m.ke_opd, m.dari_opd) as kode_opd
    from marts.mutasi as m
    where m.rotasi
)
select
    s.tahun, s.bulan, s.jenis, s.kode_opd, s.kode_jabatan, s.orang_id, s.sejak, s.hari, s.nilai,
    a.tingkat, a.aturan_id, a.dasar_hukum, a.dasar_hukum_en, a.tag
from semua as s
inner join raw.aturan_jabatan as a
    on s.kunci = a.kunci and a.berlaku_mulai <= s.akhir and (a.berlaku_sampai is null or a.berlaku_sampai > s.akhir)
union all
select
    k.tahun, k.bulan, 'larangan', g.kode_opd, g.kode_jabatan, g.orang_id, g.tanggal,
    cast(date_diff('day', l.mulai, g.tanggal) as integer), cast(null as integer),
    'perhatian', l.aturan_id, l.dasar_hukum, l.dasar_hukum_en, l.tag
from penggantian as g
inner join raw.larangan as l on g.tanggal >= l.mulai and g.tanggal < l.sampai
inner join core.posisi as k on g.tanggal >= k.awal and g.tanggal <= k.akhir
