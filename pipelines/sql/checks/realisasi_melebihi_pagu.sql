-- peringatan: One row per sub kegiatan that has spent more than its ceiling, in the last month it reported.
with
sub as (
    select
        tahun, bulan, kode_opd, kode_sub_kegiatan, sum(pagu) as pagu, sum(realisasi_kum) as realisasi_kum
    from marts.anggaran
    where dilaporkan and kode_sub_kegiatan is not null
    group by tahun, bulan, kode_opd, kode_sub_kegiatan
),
urutan as (
    select *, row_number() over (partition by tahun, kode_opd, kode_sub_kegiatan order by bulan desc) as ke
    from sub
)
select tahun, bulan, kode_opd, kode_sub_kegiatan, pagu, realisasi_kum
from urutan
where ke = 1 and realisasi_kum > coalesce(pagu, 0)
