-- One row per writing of a unit, of an indicator or beside a number: its one spelling. What says persen anywhere is percent.
with
tertulis as (
    select satuan as ejaan from raw.target_daerah
    union
    select satuan from raw.pk_indikator
    union
    select satuan from raw.skp_indikator
    union
    select satuan from staging.tulisan_angka
),
rapat as (
    select distinct ejaan, replace(lower(trim(ejaan)), ' ', '') as kunci
    from tertulis
    where nullif(trim(ejaan), '') is not null
),
dikenal as (
    select replace(ejaan, ' ', '') as kunci, min(baku) as baku
    from raw.satuan
    group by replace(ejaan, ' ', '')
)
select
    r.ejaan,
    coalesce(d.baku, case when strpos(r.kunci, 'persen') > 0 or strpos(r.kunci, '%') > 0 then '%' else r.kunci end) as baku
from rapat as r
left join dikenal as d on r.kunci = d.kunci
