-- peringatan: One row per writing of a unit in targets, agreements or teams that the master does not know, where there is a master.
with
master as (
    select kode_opd as kode from staging.opd
    union
    select kode_sipd from staging.opd where kode_sipd is not null
),
ditulis as (
    select impor_id, lembar, baris, 'kode_opd' as kolom, trim(kode_opd) as kode from raw.pk_indikator
    union all
    select impor_id, lembar, baris, 'kode_opd', trim(kode_opd) from raw.tim
    union all
    select impor_id, lembar, baris, 'kode_opd', trim(kode_opd) from raw.tim_anggota
    union all
    select t.impor_id, t.lembar, t.baris, 'opd_pengampu', trim(split_part(t.opd_pengampu, ',', n.ke))
    from raw.target_daerah as t
    cross join (select distinct cast(bulan as integer) as ke from raw.kalender) as n -- twelve at most
)
select
    b.nama_berkas, d.lembar, d.kolom, d.kode, min(d.baris) as baris, count(*) as n_baris
from ditulis as d
inner join raw.impor as b on d.impor_id = b.impor_id
left join master as m on d.kode = m.kode
where d.kode <> '' and m.kode is null and (select count(*) from staging.opd) > 0
group by b.nama_berkas, d.lembar, d.kolom, d.kode
