-- One row per year, month, OPD and unit (kode_unit = kode_opd: the OPD itself) of which records of meetings speak: how actions,
-- obstacles and findings stood at the end of the month, and which commitments fell due in it, each counted once. Months that
-- only a deadline names, later than anything known, have commitments alone. A chain of actions counts by its last link;
-- findings by their status of now, for no day is written on which one was settled.
with
unit as (
    select kode_opd, coalesce(kode_unit, kode_opd) as kode_unit from marts.tindak_lanjut
    union
    select kode_opd, coalesce(kode_unit, kode_opd) from marts.kendala
    union
    select kode_opd, coalesce(kode_unit, kode_opd) from marts.temuan
    union
    select kode_opd, coalesce(kode_unit, kode_opd) from marts.komitmen
),
posisi as (
    select b.tahun, b.bulan, b.akhir, make_date(b.tahun, 1, 1) as awal_tahun, u.kode_opd, u.kode_unit
    from core.bulan_rapat as b
    cross join unit as u
),
tindakan as (
    select
        p.tahun, p.bulan, p.kode_opd, p.kode_unit,
        sum(case when t.terbuka_sampai > p.akhir then 1 else 0 end) as n_terbuka,
        sum(case
            when t.status = 'Selesai' and t.ditutup <= p.akhir and t.ditutup >= p.awal_tahun
                and (t.diteruskan_pada is null or t.diteruskan_pada > t.ditutup) then 1
            else 0
        end) as n_selesai,
        sum(case when t.terbuka_sampai > p.akhir and b.tenggat < p.akhir then 1 else 0 end) as n_lewat,
        sum(case
            when b.tenggat <= p.akhir and b.tenggat >= p.awal_tahun
                and not (t.status = 'Batal' and t.ditutup <= p.akhir)
                and (t.diteruskan_pada is null or t.diteruskan_pada > b.tenggat) then 1
            else 0
        end) as n_jatuh_tempo,
        sum(case
            when b.tenggat <= p.akhir and b.tenggat >= p.awal_tahun and t.status = 'Selesai' and t.ditutup <= b.tenggat
                and (t.diteruskan_pada is null or t.diteruskan_pada > b.tenggat) then 1
            else 0
        end) as n_tepat
    from posisi as p
    inner join marts.tindak_lanjut as t
        on p.kode_opd = t.kode_opd and p.kode_unit = coalesce(t.kode_unit, t.kode_opd) and t.hari_rapat <= p.akhir
    inner join core.tenggat as b on t.id = b.id and b.dari <= p.akhir and b.sampai > p.akhir
    group by p.tahun, p.bulan, p.kode_opd, p.kode_unit
),
hambatan as (
    select p.tahun, p.bulan, p.kode_opd, p.kode_unit, count(*) as n_kendala
    from posisi as p
    inner join marts.kendala as k
        on p.kode_opd = k.kode_opd and p.kode_unit = coalesce(k.kode_unit, k.kode_opd)
        and k.sejak <= p.akhir and k.teratasi > p.akhir
    group by p.tahun, p.bulan, p.kode_opd, p.kode_unit
),
periksa as (
    select
        p.tahun, p.bulan, p.kode_opd, p.kode_unit, count(*) as n_temuan,
        sum(case when t.terbuka then 1 else 0 end) as n_temuan_terbuka,
        sum(t.nilai) as temuan_nilai,
        sum(case when t.terbuka then t.sisa end) as temuan_sisa
    from posisi as p
    inner join marts.temuan as t
        on p.kode_opd = t.kode_opd and p.kode_unit = coalesce(t.kode_unit, t.kode_opd) and t.hari <= p.akhir
    group by p.tahun, p.bulan, p.kode_opd, p.kode_unit
),
janji as (
    select
        cast(year(tanggal_janji) as integer) as tahun, cast(month(tanggal_janji) as integer) as bulan, kode_opd,
        coalesce(kode_unit, kode_opd) as kode_unit,
        count(*) as n_komitmen,
        sum(case when putusan = 'ditepati' then 1 else 0 end) as n_ditepati,
        sum(case when putusan = 'tidak ditepati' then 1 else 0 end) as n_tidak_ditepati
    from marts.komitmen
    where putusan <> 'dicabut'
    group by year(tanggal_janji), month(tanggal_janji), kode_opd, coalesce(kode_unit, kode_opd)
),
semua as (
    select tahun, bulan, kode_opd, kode_unit from posisi
    union
    select tahun, bulan, kode_opd, kode_unit from janji
)
select
    s.tahun, s.bulan,
    cast(s.tahun as varchar) || '-' || lpad(cast(s.bulan as varchar), 2, '0') as periode,
    s.kode_opd, s.kode_unit,
    -- nil is said only of months that are known
    cast(case when p.tahun is not null then coalesce(t.n_terbuka + t.n_selesai, 0) end as integer) as n_tindak_lanjut,
    cast(case when p.tahun is not null then coalesce(t.n_terbuka, 0) end as integer) as n_terbuka,
    cast(case when p.tahun is not null then coalesce(t.n_selesai, 0) end as integer) as n_selesai,
    cast(case when p.tahun is not null then coalesce(t.n_lewat, 0) end as integer) as n_lewat,
    cast(case when p.tahun is not null then coalesce(t.n_jatuh_tempo, 0) end as integer) as n_jatuh_tempo,
    cast(case when p.tahun is not null then coalesce(t.n_tepat, 0) end as integer) as n_tepat,
    cast(coalesce(j.n_komitmen, 0) as integer) as n_komitmen,
    cast(coalesce(j.n_ditepati, 0) as integer) as n_ditepati,
    cast(coalesce(j.n_tidak_ditepati, 0) as integer) as n_tidak_ditepati,
    cast(case when p.tahun is not null then coalesce(h.n_kendala, 0) end as integer) as n_kendala,
    cast(case when p.tahun is not null then coalesce(x.n_temuan, 0) end as integer) as n_temuan,
    cast(case when p.tahun is not null then coalesce(x.n_temuan_terbuka, 0) end as integer) as n_temuan_terbuka,
    cast(x.temuan_nilai as decimal(18, 2)) as temuan_nilai,
    cast(x.temuan_sisa as decimal(18, 2)) as temuan_sisa
from semua as s
left join posisi as p
    on s.tahun = p.tahun and s.bulan = p.bulan and s.kode_opd = p.kode_opd and s.kode_unit = p.kode_unit
left join tindakan as t
    on s.tahun = t.tahun and s.bulan = t.bulan and s.kode_opd = t.kode_opd and s.kode_unit = t.kode_unit
left join hambatan as h
    on s.tahun = h.tahun and s.bulan = h.bulan and s.kode_opd = h.kode_opd and s.kode_unit = h.kode_unit
left join periksa as x
    on s.tahun = x.tahun and s.bulan = x.bulan and s.kode_opd = x.kode_opd and s.kode_unit = x.kode_unit
left join janji as j
    on s.tahun = j.tahun and s.bulan = j.bulan and s.kode_opd = j.kode_opd and s.kode_unit = j.kode_unit
