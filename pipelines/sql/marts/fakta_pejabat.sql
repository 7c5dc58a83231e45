-- One row per year, month and seat of a high official (eselon I, II) or head of an OPD, as held on its last day: how long, the acting
-- term against its limit, the age limit, the first hundred days and the seat's own agreed indicators.
with
duduk as (
    select
        p.tahun, p.bulan, p.akhir, k.kode_jabatan, k.kode_opd, k.nama_jabatan, k.pimpinan_opd, g.keadaan, g.orang_id,
        g.masa_mulai, g.tmt_pelantikan
    from core.posisi as p
    inner join marts.pemegang as g on g.mulai <= p.akhir and g.selesai > p.akhir
    inner join marts.kursi as k on g.kode_jabatan = k.kode_jabatan
    where k.tingkat in ('I', 'II') or k.pimpinan_opd
),
seratus as (
    select
        d.tahun, d.bulan, d.kode_jabatan,
        count(*) as n,
        sum(case when s.putusan = 'tercapai' then 1 else 0 end) as n_tercapai,
        sum(case when s.putusan is null then 1 else 0 end) as n_tanpa_putusan,
        count(s.kemajuan) as n_dilaporkan,
        sum(s.kemajuan) as kemajuan,
        min(s.mulai) as mulai,
        min(s.hari_100) as hari_100
    from duduk as d
    inner join marts.seratus_hari as s
        on d.kode_jabatan = s.kode_jabatan and d.orang_id = s.orang_id and s.dari <= d.akhir and s.sampai > d.akhir
    group by d.tahun, d.bulan, d.kode_jabatan
),
pk as (
    select
        tahun, triwulan, kode_jabatan,
        count(*) as n,
        sum(case when acuan is not null then 1 else 0 end) as n_bernilai,
        sum(case when case acuan when 'triwulan' then capaian when 'tahun' then capaian_tahun end >= 100 then 1 else 0 end)
            as n_tercapai
    from marts.indikator
    where lingkup = 'pk' and kode_jabatan is not null
    group by tahun, triwulan, kode_jabatan
)
select
    d.tahun, d.bulan, d.kode_jabatan, d.kode_opd, d.orang_id, d.nama_jabatan as jabatan, d.pimpinan_opd, d.keadaan,
    d.masa_mulai as sejak,
    cast(date_diff('day', d.masa_mulai, d.akhir) as integer) as hari,
    o.bup_tanggal as bup,
    cast(date_diff('day', d.akhir, o.bup_tanggal) as integer) as bup_hari,
    b.batas_6 as plt_batas,
    -- what the same person served before in this vacancy counts too
    case when b.lewat_6 or b.lewat_6_kumulatif then b.hari_kumulatif end as plt_lewat_hari,
    cast(s.n as integer) as seratus_n,
    cast(s.n_tercapai as integer) as seratus_tercapai_n,
    cast(s.n_tanpa_putusan as integer) as seratus_tanpa_putusan_n,
    cast(s.n_dilaporkan as integer) as seratus_dilaporkan_n,
    s.hari_100 as seratus_batas,
    cast(date_diff('day', s.hari_100, d.akhir) as integer) as seratus_lewat_hari,
    cast(s.kemajuan as double) / nullif(s.n_dilaporkan, 0) as seratus_kemajuan,
    case
        when d.akhir >= s.hari_100 then cast(100 as double)
        else 100 * cast(date_diff('day', s.mulai, d.akhir) as double) / nullif(date_diff('day', s.mulai, s.hari_100), 0)
    end as seratus_waktu,
    cast(p.n as integer) as kursi_pk_n,
    cast(p.n_bernilai as integer) as kursi_pk_bernilai_n,
    cast(p.n_tercapai as integer) as kursi_pk_tercapai_n,
    cast(p.n_bernilai - p.n_tercapai as integer) as kursi_pk_belum_n
from duduk as d
left join marts.orang as o on d.orang_id = o.orang_id and d.keadaan = 'definitif'
left join marts.plt_bulan as b on d.tahun = b.tahun and d.bulan = b.bulan and d.kode_jabatan = b.kode_jabatan
left join seratus as s on d.tahun = s.tahun and d.bulan = s.bulan and d.kode_jabatan = s.kode_jabatan
left join pk as p
    on case when d.bulan < 3 then d.tahun - 1 else d.tahun end = p.tahun
    and case when d.bulan < 3 then 4 else cast((d.bulan - d.bulan % 3) / 3 as integer) end = p.triwulan
    and d.kode_jabatan = p.kode_jabatan
