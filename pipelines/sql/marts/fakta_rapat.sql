-- One row per year, month and OPD of which records of meetings speak: at the end of the month, its promises of that year that fell due
-- and are short of their value still, those that fall due soon, late actions, open obstacles and audit findings, units included. A
-- promise is told as 'measure|value|indicator', so that each language writes it its own way.
with
bulan as (
    select b.tahun, b.bulan, b.akhir, cast(b.akhir + cast(s.nilai as integer) as date) as dekat
    from core.bulan_rapat as b
    left join raw.rapat_setelan as s
        on s.kunci = 'janji_dekat' and s.berlaku_mulai <= b.akhir and (s.berlaku_sampai is null or s.berlaku_sampai > b.akhir)
),
opd as (
    select distinct kode_opd from marts.rapat_bulan
),
indikator as (
    select tahun, kode_indikator, max(indikator) as indikator from marts.indikator group by tahun, kode_indikator
),
janji as (
    select
        k.*,
        k.ukuran || '|' || cast(k.nilai_janji as varchar) || '|' || coalesce(i.indikator, k.kode_indikator, '') as isi
    from marts.komitmen as k
    left join indikator as i on k.kode_indikator = i.kode_indikator and year(k.tanggal_janji) = i.tahun
    where k.putusan <> 'dicabut'
),
terbaru as (
    select
        b.tahun, b.bulan, j.kode_opd, j.id, j.isi, j.tanggal_janji,
        case j.arah
            when 'naik' then n.pembilang >= j.nilai_janji * n.penyebut
            when 'turun' then n.pembilang <= j.nilai_janji * n.penyebut
            else n.pembilang = j.nilai_janji * n.penyebut
        end as tercapai,
        row_number() over (partition by b.tahun, b.bulan, j.id order by n.bulan desc) as ke
    from bulan as b
    inner join janji as j
        on b.tahun = year(j.tanggal_janji) and j.tanggal_janji <= b.akhir and j.putusan = 'tidak ditepati'
    inner join marts.janji_nilai as n
        on j.kode_opd = n.kode_opd and coalesce(j.kode_unit, '') = n.kode_unit and j.ukuran = n.ukuran
        and coalesce(j.kode_indikator, '') = n.kode_indikator and n.tahun = b.tahun and n.bulan <= b.bulan and n.sebab is null
),
lewat as (
    select
        tahun, bulan, kode_opd, isi, tanggal_janji,
        count(*) over (partition by tahun, bulan, kode_opd) as n,
        row_number() over (partition by tahun, bulan, kode_opd order by tanggal_janji, id) as ke
    from terbaru
    where ke = 1 and not tercapai
),
dekat as (
    select
        b.tahun, b.bulan, j.kode_opd, j.isi, j.tanggal_janji,
        count(*) over (partition by b.tahun, b.bulan, j.kode_opd) as n,
        row_number() over (partition by b.tahun, b.bulan, j.kode_opd order by j.tanggal_janji, j.id) as ke
    from bulan as b
    inner join janji as j on j.hari_rapat <= b.akhir and j.tanggal_janji > b.akhir and j.tanggal_janji <= b.dekat
    where j.putusan <> 'ditepati' or j.hari_nilai > b.akhir
),
tindak as (
    select
        b.tahun, b.bulan, m.kode_opd,
        case when length(t.uraian) > 90 then substr(t.uraian, 1, 89) || '…' else t.uraian end as isi,
        cast(date_diff('day', m.tenggat, b.akhir) as integer) as hari,
        count(*) over (partition by b.tahun, b.bulan, m.kode_opd) as n,
        row_number() over (partition by b.tahun, b.bulan, m.kode_opd order by m.tenggat, m.id) as ke
    from bulan as b
    inner join marts.tindak_lanjut_masa as m on m.dari <= b.akhir and m.sampai > b.akhir and m.tenggat < b.akhir
    inner join marts.tindak_lanjut as t on m.id = t.id
),
hambatan as (
    select
        b.tahun, b.bulan, k.kode_opd,
        replace(replace(lower(k.kategori), ' ', '_'), '/', '_') as kategori,
        cast(date_diff('day', k.sejak, b.akhir) as integer) as hari,
        count(*) over (partition by b.tahun, b.bulan, k.kode_opd) as n,
        row_number() over (partition by b.tahun, b.bulan, k.kode_opd order by k.sejak, k.id) as ke
    from bulan as b
    inner join marts.kendala as k on k.sejak <= b.akhir and k.teratasi > b.akhir
),
periksa as (
    select b.tahun, b.bulan, t.kode_opd, count(*) as n, sum(t.sisa) as sisa
    from bulan as b
    inner join marts.temuan as t on t.hari <= b.akhir and t.terbuka
    group by b.tahun, b.bulan, t.kode_opd
)
select
    b.tahun, b.bulan, o.kode_opd,
    cast(coalesce(l.n, 0) as integer) as komitmen_lewat_n,
    l.isi as komitmen_lewat_isi,
    l.tanggal_janji as komitmen_lewat_tanggal,
    cast(coalesce(d.n, 0) as integer) as komitmen_dekat_n,
    d.isi as komitmen_dekat_isi,
    d.tanggal_janji as komitmen_dekat_tanggal,
    cast(coalesce(t.n, 0) as integer) as tindak_lanjut_lewat_n,
    t.isi as tindak_lanjut_lewat_isi,
    t.hari as tindak_lanjut_lewat_hari,
    cast(coalesce(h.n, 0) as integer) as kendala_terbuka_n,
    h.kategori as kendala_terbuka_kategori,
    h.hari as kendala_terbuka_hari,
    cast(coalesce(x.n, 0) as integer) as temuan_terbuka_n,
    -- nil is no sum to speak of
    cast(case when x.sisa > 0 then x.sisa end as decimal(18, 2)) as temuan_terbuka_nilai
from bulan as b
cross join opd as o
left join lewat as l on b.tahun = l.tahun and b.bulan = l.bulan and o.kode_opd = l.kode_opd and l.ke = 1
left join dekat as d on b.tahun = d.tahun and b.bulan = d.bulan and o.kode_opd = d.kode_opd and d.ke = 1
left join tindak as t on b.tahun = t.tahun and b.bulan = t.bulan and o.kode_opd = t.kode_opd and t.ke = 1
left join hambatan as h on b.tahun = h.tahun and b.bulan = h.bulan and o.kode_opd = h.kode_opd and h.ke = 1
left join periksa as x on b.tahun = x.tahun and b.bulan = x.bulan and o.kode_opd = x.kode_opd
