-- One row per person, OPD and year in which promises fell due: how many were kept of those judged, how many do not count and why.
-- A share of fewer than `minimum` judged promises says little (data/aturan/rapat.toml).
with
batas as (
    select cast(max(nilai) as integer) as minimum from raw.rapat_setelan where kunci = 'janji_minimum'
)
select
    o.orang_id, o.kode_opd, cast(year(o.tanggal_janji) as integer) as tahun,
    cast(sum(case when o.dihitung then 1 else 0 end) as integer) as n_dinilai,
    cast(sum(case when o.dihitung and o.hasil = 'ditepati' then 1 else 0 end) as integer) as n_ditepati,
    cast(sum(case when o.dihitung and o.hasil = 'tidak ditepati' then 1 else 0 end) as integer) as n_tidak_ditepati,
    cast(sum(case when o.hasil = 'berganti' then 1 else 0 end) as integer) as n_berganti,
    cast(sum(case when o.hasil = 'diwarisi' then 1 else 0 end) as integer) as n_diwarisi,
    cast(sum(case when o.hasil = 'berjalan' then 1 else 0 end) as integer) as n_berjalan,
    cast(sum(case when o.hasil = 'menunggu data' then 1 else 0 end) as integer) as n_menunggu,
    cast(sum(case when o.hasil = 'belum dapat dinilai' then 1 else 0 end) as integer) as n_belum_dinilai,
    cast(sum(case when o.hasil = 'tidak dapat dinilai' then 1 else 0 end) as integer) as n_tak_dinilai,
    cast(sum(case when o.hasil = 'dicabut' then 1 else 0 end) as integer) as n_dicabut,
    max(b.minimum) as minimum
from marts.komitmen_orang as o
cross join batas as b
group by o.orang_id, o.kode_opd, year(o.tanggal_janji)
