-- One row per year and month of which records of meetings are counted: from the first day they speak of, ten years back at most,
-- to the last month in which anything was recorded or reported.
with
hari as (
    select r.tanggal as pertama, cast(r.diubah_pada as date) as tercatat from raw.rapat as r
    union all
    select sejak, cast(diubah_pada as date) from raw.kendala
    union all
    select coalesce(tgl_lhp, make_date(cast(tahun as integer), 1, 1)), cast(diubah_pada as date) from raw.temuan
    union all
    select cast(null as date), cast(diubah_pada as date) from raw.tindak_lanjut
    union all
    select cast(null as date), cast(diubah_pada as date) from raw.komitmen
),
akhir as (
    select max(year(tercatat) * 12 + month(tercatat)) as akhir from hari
    union all
    select max(year(direkam_pada) * 12 + month(direkam_pada)) from raw.impor where status = 'accepted' and not ditarik
    union all
    select max(tahun * 12 + bulan) from core.status_bulan where diketahui and jenis = 'SP2D'
),
rentang as (
    select h.awal, a.akhir
    from (select min(year(least(pertama, tercatat)) * 12 + month(least(pertama, tercatat))) as awal from hari) as h
    cross join (select max(akhir) as akhir from akhir) as a
)
select cast(k.tahun as integer) as tahun, cast(k.bulan as integer) as bulan, k.awal, k.akhir
from raw.kalender as k
inner join rentang as r
    on k.tahun * 12 + k.bulan >= greatest(r.awal, r.akhir - 120) and k.tahun * 12 + k.bulan <= r.akhir
