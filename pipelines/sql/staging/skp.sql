-- view: One row per row of an SKP report whose person and period are known: who (nip), which period (kurun), all that is written.
with
id_asn as (
    -- some exports of SIASN name a person by ASN id alone; an id of a crowd ("0", "-") is nobody's
    select id_asn, min(nip) as nip
    from raw.pegawai
    where nip is not null and id_asn is not null
    group by id_asn having count(distinct nip) < 10
)
select
    coalesce(s.nip, p.kode, case when s.nip_angka is null then a.nip end) as nip_pasti,
    m.kurun, m.awal, m.akhir,
    s.*
from raw.skp as s
inner join staging.skp_periode as m
    on s.tahun = m.tahun and s.jenis_periode = m.jenis_periode and s.periode is not distinct from m.tertulis
left join staging.padanan as p
    on p.jenis = 'nip' and s.nip is null and s.nip_angka = p.tertulis
    and p.kunci_konteks in ('', lower(replace(s.nama, ' ', '')))
left join id_asn as a on s.nip is null and s.id_asn = a.id_asn
where coalesce(s.nip, p.kode, case when s.nip_angka is null then a.nip end) is not null
