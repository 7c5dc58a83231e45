-- One row per year, month and seat whose holder's time asks for attention: empty, over the longest term, in the first hundred
-- days, near the age limit, or, in the month of the move, left before the shortest term.
with
duduk as (
    select p.tahun, p.bulan, p.akhir, g.*, k.tingkat, k.sementara, k.pimpinan_opd
    from core.posisi as p
    inner join marts.pemegang as g on g.mulai <= p.akhir and g.selesai > p.akhir
    inner join marts.kursi as k on g.kode_jabatan = k.kode_jabatan
    where g.keadaan = 'kosong' or (g.keadaan = 'definitif' and k.tingkat in ('I', 'II'))
),
kosong as (
    -- a seat that only old histories name may have been abolished: only the master's seats and heads are missed
    select d.*
    from duduk as d
    inner join core.bulan_opd as o on d.tahun = o.tahun and d.bulan = o.bulan and d.kode_opd = o.kode_opd
    where d.keadaan = 'kosong' and (d.pimpinan_opd or not d.sementara)
),
pindah as (
    select m.orang_id, m.tanggal, m.dari_kode_jabatan, max(g.masa_mulai) as masa_mulai
    from marts.mutasi as m
    inner join marts.kursi as k on m.dari_kode_jabatan = k.kode_jabatan and k.tingkat in ('I', 'II')
    inner join marts.pemegang as g
        on m.dari_kode_jabatan = g.kode_jabatan and m.orang_id = g.orang_id and g.keadaan = 'definitif'
        and g.mulai < m.tanggal
    where m.rotasi
    group by m.orang_id, m.tanggal, m.dari_kode_jabatan
),
singkat as (
    select nilai from raw.aturan_jabatan where kunci = 'masa_paling_singkat' group by nilai
),
lama as (
    select nilai from raw.aturan_jabatan where kunci = 'masa_paling_lama' group by nilai
),
seratus as (
    select nilai from raw.aturan_jabatan where kunci = 'seratus_hari' group by nilai
),
dekat as (
    select nilai from raw.aturan_jabatan where kunci = 'bup_dekat' group by nilai
),
ke as (
    -- the month from which the age limit is near, counted from the year nought
    select
        o.orang_id, o.bup_tanggal, d.nilai,
        year(o.bup_tanggal) * 12 + month(o.bup_tanggal) - 1 - d.nilai as ke
    from marts.orang as o
    cross join dekat as d
    where o.bup_tanggal is not null
),
satu as (
    select
        orang_id, bup_tanggal, nilai,
        make_date(cast(floor(ke / 12) as integer), cast(ke - 12 * floor(ke / 12) as integer) + 1, 1) as tanggal_satu
    from ke
),
bup as (
    select
        orang_id, bup_tanggal, nilai,
        least(
            cast(tanggal_satu + cast(day(bup_tanggal) - 1 as integer) as date), last_day(tanggal_satu)
        ) as mulai
    from satu
)
select
    tahun, bulan, akhir, 'jabatan_kosong' as jenis, 'jabatan_kosong' as kunci, kode_opd, kode_jabatan,
    sebelum_orang_id as orang_id,
    mulai as sejak,
    cast(date_diff('day', mulai, akhir) as integer) as hari,
    cast(null as integer) as nilai
from kosong
union all
select
    d.tahun, d.bulan, d.akhir, 'masa_lebih', 'masa_paling_lama', d.kode_opd, d.kode_jabatan, d.orang_id, d.masa_mulai,
    cast(date_diff('day', d.masa_mulai, d.akhir) as integer), l.nilai
from duduk as d
cross join lama as l
inner join marts.batas_bulan as b on d.masa_mulai = b.mulai and l.nilai = b.bulan and d.akhir > b.batas
where d.keadaan = 'definitif'
union all
select
    d.tahun, d.bulan, d.akhir, 'seratus_hari', 'seratus_hari', d.kode_opd, d.kode_jabatan, d.orang_id,
    coalesce(d.tmt_pelantikan, d.masa_mulai),
    cast(date_diff('day', coalesce(d.tmt_pelantikan, d.masa_mulai), d.akhir) as integer), s.nilai
from duduk as d
cross join seratus as s
where
    d.keadaan = 'definitif'
    and date_diff('day', coalesce(d.tmt_pelantikan, d.masa_mulai), d.akhir) between 0 and s.nilai
union all
select
    d.tahun, d.bulan, d.akhir, 'bup_dekat', 'bup_dekat', d.kode_opd, d.kode_jabatan, d.orang_id, b.mulai,
    cast(date_diff('day', b.mulai, d.akhir) as integer), b.nilai
from duduk as d
inner join bup as b on d.orang_id = b.orang_id and b.mulai <= d.akhir and b.bup_tanggal > d.akhir
where d.keadaan = 'definitif' and d.tingkat in ('I', 'II')
union all
select
    p.tahun, p.bulan, p.akhir, 'masa_kurang', 'masa_paling_singkat', k.kode_opd, k.kode_jabatan, m.orang_id, m.tanggal,
    cast(date_diff('day', m.masa_mulai, m.tanggal) as integer), s.nilai
from pindah as m
cross join singkat as s
inner join marts.kursi as k on m.dari_kode_jabatan = k.kode_jabatan
inner join core.posisi as p on m.tanggal >= p.awal and m.tanggal <= p.akhir
inner join marts.batas_bulan as b on m.masa_mulai = b.mulai and s.nilai = b.bulan and m.tanggal < b.batas
