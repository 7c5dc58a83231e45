-- One row per year, month, seat and kind of attention to an acting official (Plt): beyond the term, repeated, or beside a
-- definitive holder whose end is not recorded.
with
jam as (
    select b.*, p.akhir
    from marts.plt_bulan as b
    inner join core.posisi as p on b.tahun = p.tahun and b.bulan = p.bulan
)
select
    tahun, bulan, akhir,
    case when lewat_6 or lewat_6_kumulatif then 'plt_lewat_6' else 'plt_lewat_3' end as jenis,
    case when lewat_6 or lewat_6_kumulatif then 'plt_batas' else 'plt_perpanjangan' end as kunci,
    kode_opd, kode_jabatan, orang_id,
    mulai as sejak,
    hari_kumulatif as hari,
    cast(bulan_lewat as integer) as nilai
from jam
where lewat_3 or lewat_3_kumulatif
union all
select tahun, bulan, akhir, 'plt_berulang', 'plt_berulang', kode_opd, kode_jabatan, orang_id, mulai, hari_kumulatif, masa_ke
from jam
where masa_ke > 1
union all
select
    j.tahun, j.bulan, j.akhir, 'definitif_dan_plt', 'definitif_dan_plt', j.kode_opd, j.kode_jabatan, g.orang_id, j.mulai,
    j.hari, cast(null as integer)
from jam as j
inner join marts.pemegang as g
    on j.kode_jabatan = g.kode_jabatan and g.mulai <= j.akhir and g.selesai > j.akhir and g.keadaan = 'definitif'
