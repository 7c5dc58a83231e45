-- One row per year, quarter, person and indicator that an SKP of that person says it serves (pk_dikenal: such an indicator is in
-- force). Yearly SKP count in every quarter of their year, others from the quarter in which their period ends.
with
baris as (
    select
        s.orang_id, s.tahun, t.triwulan, s.kode_opd, s.kode_indikator_pk, s.kode_indikator, s.capaian_rata
    from marts.indikator_skp as s
    inner join raw.kalender as k on s.tahun = k.tahun and k.bulan % 3 = 0
    cross join (select distinct cast(bulan / 3 as integer) as triwulan, bulan from raw.kalender where bulan % 3 = 0) as t
    where k.bulan = t.bulan and (s.jenis_periode = 'tahunan' or s.akhir <= k.akhir)
)
select
    b.orang_id, b.tahun, b.triwulan, max(b.kode_opd) as kode_opd,
    b.kode_indikator_pk,
    b.kode_indikator_pk is not null and max(i.kode_indikator) is not null as pk_dikenal,
    cast(count(distinct b.kode_indikator) as integer) as n_indikator
from baris as b
left join core.indikator as i
    on b.kode_indikator_pk = i.kode_indikator and b.tahun = i.tahun and b.triwulan = i.triwulan
group by b.orang_id, b.tahun, b.triwulan, b.kode_indikator_pk
