-- peringatan: One row per writing of a unit in targets, agreements or teams that the master does not know, where there is a
-- master. Whose targets of the region speak of others only where the master knows more OPD than the reader's own.
with
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
    where (select count(distinct kode_opd) from core.unit_kode) > 1
)
select
    b.nama_berkas, d.lembar, d.kolom, d.kode, min(d.baris) as baris, count(*) as n_baris
from ditulis as d
inner join raw.impor as b on d.impor_id = b.impor_id
left join core.unit_kode as m on d.kode = m.kode_tertulis
where d.kode <> '' and m.kode_tertulis is null and (select count(*) from core.unit_kode) > 0
group by b.nama_berkas, d.lembar, d.kolom, d.kode
