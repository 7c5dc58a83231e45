-- One row per year, quarter and place where the cascade leaks (jenis): an indicator nobody carries on, one that hangs on nothing,
-- an owner's seat that is empty or unknown, weights or targets that cannot give what stands above, a person whose SKP serves no
-- indicator. diharap and didapat are the two numbers that disagree, where there are such.
with
anak as (
    select a.tahun, a.triwulan, a.induk as kode_indikator, a.kode_indikator as kode_anak, a.indikator, a.bobot, a.satuan,
        a.arah, a.metode
    from core.indikator as a
    where a.induk is not null
),
punya as (
    select tahun, triwulan, kode_indikator, count(*) as n_anak, count(bobot) as n_bobot, sum(bobot) as bobot
    from anak
    group by tahun, triwulan, kode_indikator
),
acuan as (
    select kode_indikator, tahun, triwulan, bawah, atas, cacat
    from core.acuan_indikator
    where acuan = 'tahun'
),
banding as (
    -- only where every child speaks the parent's language: unit, direction, method and a target that is one number; percentages
    -- and means of different things say nothing of each other, so that what is not added up must have the parent's own name
    select
        i.tahun, i.triwulan, i.kode_indikator, i.arah, i.metode,
        max(t.bawah) as diharap,
        case
            when i.metode = 'jumlah' then sum(c.bawah)
            when i.arah = 'turun' then min(c.bawah)
            else max(c.bawah)
        end as didapat,
        count(*) as n_anak
    from core.indikator as i
    inner join acuan as t
        on i.kode_indikator = t.kode_indikator and i.tahun = t.tahun and i.triwulan = t.triwulan
        and t.cacat is null and t.bawah = t.atas
    inner join anak as a on i.kode_indikator = a.kode_indikator and i.tahun = a.tahun and i.triwulan = a.triwulan
    left join acuan as c
        on a.kode_anak = c.kode_indikator and a.tahun = c.tahun and a.triwulan = c.triwulan
        and c.cacat is null and c.bawah = c.atas
        and lower(trim(a.satuan)) = lower(trim(i.satuan)) and a.arah = i.arah and a.metode = i.metode
        and (i.metode = 'jumlah' or lower(trim(a.indikator)) = lower(trim(i.indikator)))
    where i.arah in ('naik', 'turun') and i.metode <> 'predikat'
    group by i.tahun, i.triwulan, i.kode_indikator, i.arah, i.metode
    having count(*) = count(c.kode_indikator)
),
kursi_ada as (
    select count(*) as n from marts.kursi
),
orang_pk as (
    -- whose SKP are told at all, and whether one of them serves a known indicator
    select m.tahun, m.triwulan, m.orang_id, max(m.kode_opd) as kode_opd, max(case when m.pk_dikenal then 1 else 0 end) as melayani,
        max(m.kode_indikator_pk) as kode_tertulis
    from marts.melayani as m
    group by m.tahun, m.triwulan, m.orang_id
),
opd_pk as (
    select distinct tahun, triwulan, kode_opd from core.indikator where lingkup = 'pk'
),
semua as (
    select
        i.tahun, i.triwulan, case when i.lingkup = 'daerah' then 'daerah_tanpa_pk' else 'tanpa_anak' end as jenis, i.kode_opd,
        i.kode_indikator, i.indikator, i.kode_jabatan, cast(null as varchar) as orang_id, cast(null as varchar) as lain,
        cast(null as decimal(38, 4)) as diharap, cast(null as decimal(38, 4)) as didapat
    from core.indikator as i
    left join punya as p on i.kode_indikator = p.kode_indikator and i.tahun = p.tahun and i.triwulan = p.triwulan
    -- in a year without any agreement nothing is cascaded yet, which is no leak of each target
    where
        p.kode_indikator is null
        and (i.tingkat = 'II' or (i.lingkup = 'daerah' and (i.tahun, i.triwulan) in (select tahun, triwulan from opd_pk)))
    union all
    select
        i.tahun, i.triwulan, case when i.induk is null then 'tanpa_induk' else 'induk_hilang' end, i.kode_opd, i.kode_indikator,
        i.indikator, i.kode_jabatan, null, i.induk, null, null
    from core.indikator as i
    left join core.indikator as j on i.induk = j.kode_indikator and i.tahun = j.tahun and i.triwulan = j.triwulan
    where i.lingkup = 'pk' and j.kode_indikator is null
    union all
    select i.tahun, i.triwulan, 'lingkar', i.kode_opd, i.kode_indikator, i.indikator, i.kode_jabatan, null, i.induk, null, null
    from core.leluhur as l
    inner join core.indikator as i on l.kode_indikator = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
    where l.lingkar
    union all
    select i.tahun, i.triwulan, 'kursi_kosong', i.kode_opd, i.kode_indikator, i.indikator, i.kode_jabatan, null, null, null, null
    from core.indikator as i
    inner join marts.pemegang as p
        on i.kode_jabatan = p.kode_jabatan and p.mulai <= i.akhir and p.selesai > i.akhir and p.keadaan = 'kosong'
    union all
    select
        i.tahun, i.triwulan, 'jabatan_tak_dikenal', i.kode_opd, i.kode_indikator, i.indikator, i.kode_jabatan, null, null, null, null
    from core.indikator as i
    cross join kursi_ada as n
    left join marts.kursi as k on i.kode_jabatan = k.kode_jabatan
    where i.lingkup = 'pk' and i.kode_jabatan is not null and k.kode_jabatan is null and n.n > 0
    union all
    select
        i.tahun, i.triwulan, 'bobot', i.kode_opd, i.kode_indikator, i.indikator, i.kode_jabatan, null, null, 100, p.bobot
    from core.indikator as i
    inner join punya as p on i.kode_indikator = p.kode_indikator and i.tahun = p.tahun and i.triwulan = p.triwulan
    where p.n_bobot > 0 and p.bobot <> 100
    union all
    select
        i.tahun, i.triwulan, 'target_kurang', i.kode_opd, i.kode_indikator, i.indikator, i.kode_jabatan, null,
        cast(b.n_anak as varchar), b.diharap, b.didapat
    from core.indikator as i
    inner join banding as b on i.kode_indikator = b.kode_indikator and i.tahun = b.tahun and i.triwulan = b.triwulan
    where (b.arah = 'naik' and b.didapat < b.diharap) or (b.arah = 'turun' and b.didapat > b.diharap)
    union all
    select o.tahun, o.triwulan, 'skp_yatim', o.kode_opd, null, null, null, o.orang_id, o.kode_tertulis, null, null
    from orang_pk as o
    inner join opd_pk as d on o.tahun = d.tahun and o.triwulan = d.triwulan and o.kode_opd = d.kode_opd
    where o.melayani = 0
)
select * from semua
