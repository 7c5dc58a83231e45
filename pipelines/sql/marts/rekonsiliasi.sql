-- One row per import and control total: what the file prints, what its leaves sum to, and the difference.
with
milik as (
    -- the OPD a file speaks of, when it speaks of one only
    select impor_id, case when min(kode_induk) = max(kode_induk) then min(kode_induk) end as kode_opd
    from core.muatan
    group by impor_id
)
select
    k.impor_id, k.nama, i.nama_berkas, i.format, m.kode_opd, k.di_berkas, k.dijumlah,
    cast(k.di_berkas - k.dijumlah as decimal(18, 2)) as selisih,
    i.direkam_pada
from raw.kontrol as k
inner join raw.impor as i on k.impor_id = i.impor_id
left join milik as m on k.impor_id = m.impor_id
where not i.ditarik
